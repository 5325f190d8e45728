// The elements of a literal are evaluated before the place that it is assigned to is found missing.
// RUN: %minigo run %s | FileCheck %s
// RUN: %minigo run -O0 %s | FileCheck %s
package main

import "fmt"

type pair struct{ a, b int }

var n int

func step(x int) int { n++; return x }
func both() pair     { n++; return pair{1, 2} }

func try(f func()) {
	n = 0
	func() {
		defer func() { recover() }()
		f()
	}()
	fmt.Print(n, " ")
}

func main() {
	var none []pair
	var arrays [][2]int
	var p *pair
	var list *struct{ inner pair }
	i := 5
	try(func() { none[i] = pair{step(1), 2} })
	try(func() { arrays[i] = [2]int{step(1), step(2)} })
	try(func() { none[i] = both() })
	try(func() { *p = both() })
	try(func() { *p = pair{b: step(1)} })
	try(func() { list.inner = pair{step(1), step(2)} })
	fmt.Println()
}

// CHECK: 1 2 1 1 1 2
