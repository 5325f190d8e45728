// RUN: %minigo run %s 2>&1 | FileCheck --strict-whitespace --match-full-lines %s
// A value that panics leaves all places unchanged; a place that panics keeps earlier assignments.
package main

import "fmt"

func main() {
	x, y := 1, 2
	var p *int
	s := []int{}
	n := 0
	func() {
		defer func() { recover() }()
		x, y = 10, *p
	}()
	fmt.Println(x, y)
	func() {
		defer func() { recover() }()
		x, s[n] = 20, 3
	}()
	fmt.Println(x)
}

// CHECK:1 2
// CHECK-NEXT:20
