// Package abi has what Go's library asks of the compiler.
package abi

import "unsafe"

// NoEscape returns p, through a number, which hides from the escape analysis where it came from: the
// caller answers for the variable living as long as the pointer is used.
func NoEscape(p unsafe.Pointer) unsafe.Pointer {
	address := uintptr(p)
	return unsafe.Pointer(address)
}

// Escape returns x. Only a compiler whose variables can move must know that it wants an address
// that stays.
func Escape[T any](x T) T { return x }

// EscapeNonString and EscapeToResultNonString do nothing; see Escape.
func EscapeNonString[T any](v T) {}

func EscapeToResultNonString[T any](v T) T { return v }

// A Type is what a data race detector is told about a value.
type Type struct{}

// FuncPCABIInternal returns where the code of the function begins that f holds.
func FuncPCABIInternal(f any) uintptr {
	closure := (*[2]*uintptr)(unsafe.Pointer(&f))[1]
	return *closure
}
