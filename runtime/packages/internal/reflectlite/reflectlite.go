// Package reflectlite has the little that low packages of Go's library need to know about values of
// any type.
package reflectlite

import "unsafe"

// A Type is the dynamic type of a value.
type Type interface {
	String() string
	Comparable() bool
}

// A typeOf is the type of the value it holds.
type typeOf struct{ value any }

func (t typeOf) String() string   { return nameOfType(t.value) }
func (t typeOf) Comparable() bool { return isComparable(t.value) }

// TypeOf returns the type of the value in i, or nil if there is none.
func TypeOf(i any) Type {
	if i == nil {
		return nil
	}
	return typeOf{i}
}

// A Value is a value of any type.
type Value struct{ value any }

func ValueOf(i any) Value { return Value{i} }

// Len returns the length of a slice or string.
func (v Value) Len() int {
	_, length, _ := elements(v.value)
	if length < 0 {
		panic("reflect: call of reflect.Value.Len on " + nameOfType(v.value) + " Value")
	}
	return length
}

// Swapper returns a function that exchanges two elements of the given slice.
func Swapper(slice any) func(i, j int) {
	start, length, size := elements(slice)
	if length < 0 {
		panic("reflect: call of Swapper on " + nameOfType(slice) + " Value")
	}
	return func(i, j int) {
		if uint(i) >= uint(length) || uint(j) >= uint(length) {
			panic("reflect: slice index out of range")
		}
		swap(unsafe.Add(start, uintptr(i)*size), unsafe.Add(start, uintptr(j)*size), size)
	}
}

// The functions without body are in runtime/library/reflectlite.cpp.

// elements returns where the elements of a slice lie, their number, and the size of one in bytes. A
// string has bytes; other values have the length -1.
func elements(v any) (start unsafe.Pointer, length int, size uintptr)
func nameOfType(v any) string
func isComparable(v any) bool
func swap(a, b unsafe.Pointer, size uintptr)
