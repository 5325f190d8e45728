// RUN: %minigo build -m -o %t %s 2>&1 | FileCheck %s --implicit-check-not=escape --implicit-check-not=moved
// Pointers that are given to a function as numbers: //go:uintptrescapes keeps what they lead to on the heap.
package main

import "unsafe"

//go:uintptrescapes
//go:noinline
func keep(a, b uintptr) uintptr { return a + b }

//go:noinline
func plain(a uintptr) uintptr { return a }

func main() {
	// CHECK-DAG: uintptrescapes.go:[[@LINE+1]]:6: moved to heap: x
	var x, y, z int
	keep(uintptr(unsafe.Pointer(&x)), 0)
	plain(uintptr(unsafe.Pointer(&y)))
	p := unsafe.Pointer(&z)
	keep(0, uintptr(p)+8)
	// CHECK-DAG: uintptrescapes.go:[[@LINE+1]]:11: make([]int, 3) escapes to heap
	s := make([]int, 3)
	keep(0, (uintptr)((unsafe.Pointer)(&s[1])))
}
