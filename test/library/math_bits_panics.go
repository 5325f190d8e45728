// The errors that package math/bits takes from package runtime (//go:linkname of variables).

// RUN: %minigo run %s | FileCheck --match-full-lines %s
package main

import (
	"fmt"
	"math/bits"
	"runtime"
)

func try(f func()) {
	defer func() {
		e := recover().(runtime.Error)
		fmt.Println(e)
	}()
	f()
}

func main() {
	var zero uint
	try(func() { bits.Div(1, 0, zero) })
	try(func() { bits.Div(5, 0, 3+zero) })
	try(func() { bits.Rem64(5, 0, uint64(zero)) })
}

// CHECK: runtime error: integer divide by zero
// CHECK-NEXT: runtime error: integer overflow
// CHECK-NEXT: runtime error: integer divide by zero
