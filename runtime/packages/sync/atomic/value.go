package atomic

import "unsafe"

// A Value holds a value of one type, loaded and stored atomically. The zero value holds nothing:
// Load returns nil. It points to a copy that never changes.
type Value struct {
	v unsafe.Pointer // *any
	_ uintptr        // as large as an interface
}

func sameType(x, y any) bool

func (v *Value) held() *any { return (*any)(LoadPointer(&v.v)) }

// Load returns the value stored last, or nil.
func (v *Value) Load() (val any) {
	if held := v.held(); held != nil {
		return *held
	}
	return nil
}

// Store sets the value to val. All stored values must have the same concrete type, and none may be
// nil: else Store panics.
func (v *Value) Store(val any) {
	v.exchange(val, "store")
}

// Swap stores new and returns the previous value, nil if there was none.
func (v *Value) Swap(new any) (old any) {
	return v.exchange(new, "swap")
}

func (v *Value) exchange(new any, operation string) (old any) {
	if new == nil {
		panic("sync/atomic: " + operation + " of nil value into Value")
	}
	next := &new
	for {
		held := v.held()
		if held != nil {
			old = *held
			if !sameType(old, new) {
				panic("sync/atomic: " + operation + " of inconsistently typed value into Value")
			}
		}
		if CompareAndSwapPointer(&v.v, unsafe.Pointer(held), unsafe.Pointer(next)) {
			return old
		}
	}
}

// CompareAndSwap stores new if the value equals old. It panics if the values cannot be compared.
func (v *Value) CompareAndSwap(old, new any) (swapped bool) {
	if new == nil {
		panic("sync/atomic: compare and swap of nil value into Value")
	}
	if old != nil && !sameType(old, new) {
		panic("sync/atomic: compare and swap of inconsistently typed values")
	}
	next := &new
	for {
		held := v.held()
		if held == nil {
			if old != nil {
				return false
			}
		} else {
			if !sameType(*held, new) {
				panic("sync/atomic: compare and swap of inconsistently typed value into Value")
			}
			if *held != old {
				return false
			}
		}
		if CompareAndSwapPointer(&v.v, unsafe.Pointer(held), unsafe.Pointer(next)) {
			return true
		}
	}
}
