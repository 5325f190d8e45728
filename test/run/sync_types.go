// RUN: %minigo run %s 2>&1 | FileCheck --strict-whitespace --match-full-lines %s
// atomic.Pointer, atomic.Value, sync.Map, Pool, Cond, Once and the functions that run once.
package main

import (
	"fmt"
	"sync"
	"sync/atomic"
	"time"
)

type node struct {
	v    int
	next *node
}

func try(name string, f func()) {
	defer func() { fmt.Println(name, recover()) }()
	f()
}

func main() {
	var p atomic.Pointer[node]
	fmt.Println(p.Load() == nil)
	a, b := &node{v: 1}, &node{v: 2}
	p.Store(a)
	fmt.Println(p.CompareAndSwap(b, a), p.CompareAndSwap(a, b), p.Load().v, p.Swap(nil).v)
	var v atomic.Value
	fmt.Println(v.Load(), v.Swap("x"), v.Load(), v.CompareAndSwap("x", "y"), v.CompareAndSwap("x", "z"), v.Load())
	v.Store("s")
	fmt.Println(v.Load().(string))
	try("nil", func() { v.Store(nil) })
	try("type", func() { v.Store(1) })
	try("swap", func() { v.Swap(1) })
	try("swapnil", func() { v.Swap(nil) })
	try("cas", func() { v.CompareAndSwap(1, "x") })
	try("cas2", func() { v.CompareAndSwap(1, 2) })
	try("cas3", func() { v.CompareAndSwap(1, nil) })
	try("cas4", func() { v.CompareAndSwap(nil, "a") })

	var m sync.Map
	m.Store("a", 1)
	m.Store(2, "two")
	fmt.Println(m.Load("a"))
	fmt.Println(m.LoadOrStore("a", 5))
	fmt.Println(m.LoadOrStore("b", 5))
	fmt.Println(m.LoadAndDelete("b"))
	fmt.Println(m.LoadAndDelete("b"))
	fmt.Println(m.Swap("a", 7))
	fmt.Println(m.CompareAndSwap("a", 7, 8), m.CompareAndSwap("a", 7, 9), m.CompareAndDelete("a", 1), m.CompareAndDelete("a", 8))
	n := 0
	m.Range(func(k, v any) bool { n++; m.Delete(k); return true })
	fmt.Println(n)
	m.Clear()

	pool := sync.Pool{New: func() any { return new(node) }}
	x := pool.Get().(*node)
	x.v = 4
	pool.Put(x)
	fmt.Println(pool.Get().(*node).v >= 0)
	var empty sync.Pool
	fmt.Println(empty.Get())

	var mu sync.Mutex
	c := sync.NewCond(&mu)
	ready := 0
	var wg sync.WaitGroup
	for i := range 5 {
		wg.Go(func() {
			mu.Lock()
			for ready <= i {
				c.Wait()
			}
			mu.Unlock()
		})
	}
	for i := range 5 {
		time.Sleep(time.Millisecond)
		mu.Lock()
		ready = i + 1
		if i%2 == 0 {
			c.Broadcast()
		} else {
			c.Signal()
			c.Broadcast()
		}
		mu.Unlock()
	}
	wg.Wait()
	d := *c
	try("copied", func() { d.Signal() })
	once := sync.OnceFunc(func() { fmt.Println("once") })
	once()
	once()
	val := sync.OnceValue(func() int { fmt.Println("value"); return 3 })
	fmt.Println(val() + val())
	vals := sync.OnceValues(func() (int, error) { return 1, nil })
	fmt.Println(vals())
	bad := sync.OnceFunc(func() { panic("bad") })
	try("bad", bad)
	try("bad", bad)
	var rw sync.RWMutex
	l := rw.RLocker()
	l.Lock()
	fmt.Println(rw.TryLock(), rw.TryRLock())
	l.Unlock()
	rw.RUnlock()
	var o sync.Once
	try("once", func() { o.Do(func() { panic(1) }) })
	o.Do(func() { fmt.Println("never") })
}

// CHECK:true
// CHECK-NEXT:false true 2 2
// CHECK-NEXT:<nil> <nil> x true false y
// CHECK-NEXT:s
// CHECK-NEXT:nil sync/atomic: store of nil value into Value
// CHECK-NEXT:type sync/atomic: store of inconsistently typed value into Value
// CHECK-NEXT:swap sync/atomic: swap of inconsistently typed value into Value
// CHECK-NEXT:swapnil sync/atomic: swap of nil value into Value
// CHECK-NEXT:cas sync/atomic: compare and swap of inconsistently typed values
// CHECK-NEXT:cas2 sync/atomic: compare and swap of inconsistently typed value into Value
// CHECK-NEXT:cas3 sync/atomic: compare and swap of nil value into Value
// CHECK-NEXT:cas4 <nil>
// CHECK-NEXT:1 true
// CHECK-NEXT:1 true
// CHECK-NEXT:5 false
// CHECK-NEXT:5 true
// CHECK-NEXT:<nil> false
// CHECK-NEXT:1 true
// CHECK-NEXT:true false false true
// CHECK-NEXT:1
// CHECK-NEXT:true
// CHECK-NEXT:<nil>
// CHECK-NEXT:copied sync.Cond is copied
// CHECK-NEXT:once
// CHECK-NEXT:value
// CHECK-NEXT:6
// CHECK-NEXT:1 <nil>
// CHECK-NEXT:bad bad
// CHECK-NEXT:bad bad
// CHECK-NEXT:false true
// CHECK-NEXT:once 1
