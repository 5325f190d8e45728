// Package abi has what Go's library asks of the compiler.
package abi

import "unsafe"

// NoEscape returns p. It matters to compilers that decide by it where variables live; here the
// address of a variable always makes it live as long as it must.
func NoEscape(p unsafe.Pointer) unsafe.Pointer { return p }

// Escape returns x; see NoEscape.
func Escape[T any](x T) T { return x }

// EscapeNonString and EscapeToResultNonString do nothing; see NoEscape.
func EscapeNonString[T any](v T) {}

func EscapeToResultNonString[T any](v T) T { return v }

// A Type is what a data race detector is told about a value.
type Type struct{}
