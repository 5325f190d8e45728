package sync

import "unsafe"

// A Cond is where goroutines wait for, or announce, the occurrence of an event. L is held when the
// condition changes and when Wait is called. A Cond must not be copied after first use.
type Cond struct {
	L Locker

	m           Mutex // guards the waiters
	first, last *condWaiter
	self        uintptr // where it was first used
}

type condWaiter struct {
	sema uint32
	next *condWaiter
}

// NewCond returns a Cond with Locker l.
func NewCond(l Locker) *Cond { return &Cond{L: l} }

func acquireForCond(sema *uint32)
func releaseForCond(sema *uint32)

// Wait unlocks c.L and suspends the goroutine until Broadcast or Signal wakes it; then it locks c.L
// again.
func (c *Cond) Wait() {
	w := &condWaiter{}
	c.lock()
	if c.last == nil {
		c.first = w
	} else {
		c.last.next = w
	}
	c.last = w
	c.m.Unlock()
	c.L.Unlock()
	acquireForCond(&w.sema)
	c.L.Lock()
}

// Signal wakes the goroutine that has waited longest, if there is any.
func (c *Cond) Signal() {
	c.lock()
	w := c.first
	if w != nil {
		c.first = w.next
		if c.first == nil {
			c.last = nil
		}
	}
	c.m.Unlock()
	if w != nil {
		releaseForCond(&w.sema)
	}
}

// Broadcast wakes all goroutines that wait.
func (c *Cond) Broadcast() {
	c.lock()
	w := c.first
	c.first, c.last = nil, nil
	c.m.Unlock()
	for w != nil {
		next := w.next
		releaseForCond(&w.sema)
		w = next
	}
}

func (c *Cond) lock() {
	c.m.Lock()
	here := uintptr(unsafe.Pointer(c))
	if c.self == 0 {
		c.self = here
	}
	if c.self != here {
		c.m.Unlock()
		panic("sync.Cond is copied")
	}
}
