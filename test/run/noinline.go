// RUN: %minigo run -O2 %s | FileCheck %s
// RUN: %minigo emit %s | FileCheck %s --check-prefix=CPP
// A function with //go:noinline is called, however short it is.
package main

import (
	"fmt"
	"unsafe"
)

// CPP: {{^[[][[]gnu::noinline]]}} mg::Int add(
//
//go:noinline
func add(x, y int) int { return x + y }

// CPP: {{^}}mg::Int sub(
func sub(x, y int) int { return x - y }

type T struct{ n int }

// CPP: {{^[[][[]gnu::noinline]]}} mg::Int T_get(
//
//go:noinline
func (t *T) get() int { return t.n }

//go:noinline
func frame() uintptr { x := 0; return uintptr(unsafe.Pointer(&x)) }

// A frame of its own lies below its caller's.
func main() {
	here := 0
	fmt.Println(add(3, 4), sub(3, 4), (&T{5}).get(), largest(2, 9), frame() < uintptr(unsafe.Pointer(&here)))
	// CHECK: {{^}}7 -1 5 9 true
}

//go:noinline
func largest[E int | string](x, y E) E { return max(x, y) }

// CPP: {{^[[][[]gnu::noinline]]}} inline mg::Int largest_of_int(
