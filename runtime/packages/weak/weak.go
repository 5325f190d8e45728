// Package weak has pointers that do not keep what they point to alive. The functions without a body are in
// runtime/mem/finalizer.cpp.
package weak

import (
	"runtime"
	"unsafe"
)

// A Pointer is a weak pointer to a T. Two of them are equal if the pointers that they were made from were, also
// when the object is gone. The zero value is the weak pointer of nil.
type Pointer[T any] struct {
	_      [0]*T // weak pointers of different types do not convert into one another
	handle unsafe.Pointer
}

// handleOf returns the handle of an address, the same one for as long as the object is there.
func handleOf(target unsafe.Pointer) unsafe.Pointer

// targetOf returns the address, nil if the object is gone.
func targetOf(handle unsafe.Pointer) unsafe.Pointer

// Make returns the weak pointer of ptr.
func Make[T any](ptr *T) Pointer[T] {
	if ptr == nil {
		return Pointer[T]{}
	}
	p := Pointer[T]{handle: handleOf(unsafe.Pointer(ptr))}
	runtime.KeepAlive(ptr)
	return p
}

// Value returns the pointer that p was made from, nil when the collector has found the object
// unreachable.
func (p Pointer[T]) Value() *T {
	if p.handle == nil {
		return nil
	}
	return (*T)(targetOf(p.handle))
}
