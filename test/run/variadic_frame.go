// A slice of variadic arguments lives in the caller's frame where the callee does not keep it, and may be
// written to.
// RUN: %minigo run %s | FileCheck %s --match-full-lines
package main

import "fmt"

func set(xs ...int) int      { xs[0] = 9; return xs[0] + xs[len(xs)-1] }
func anys(xs ...any) any     { xs[0] = "z"; xs[1] = 2.5; return len(xs) }
func strs(xs ...string) int  { xs[2] = "q"; return len(xs[2]) }
type P struct{ a, b int }
func ps(xs ...P) int { xs[1].a = 7; return xs[1].a + xs[0].b }
func fs(xs ...func() int) int { return xs[0]() + xs[1]() }
func main() {
	fmt.Println(set(1, 2, 3, 4, 5, 6, 7, 8, 9, 10), anys(1, 2, "x", nil), strs("a", "b", "c"), ps(P{1, 2}, P{3, 4})) // CHECK: 19 4 1 9
	n := 3
	fmt.Println(fs(func() int { n++; return n }, func() int { return 5 })) // CHECK-NEXT: 9
	var e error
	fmt.Println(e, P{1, 2}, &n != nil) // CHECK-NEXT: <nil> {1 2} true
}
