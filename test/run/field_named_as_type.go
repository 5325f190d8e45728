// RUN: %minigo run %s 2>&1 | FileCheck --strict-whitespace --match-full-lines %s
// Fields that are called like the struct that they stand in.
package main

import "fmt"

type s struct {
	s string
	_ int
}
type p struct{ p *p }
type q struct{ q [2]q2 }
type q2 struct{ q, q2 int }
type g[T any] struct{ g T }

func main() {
	a, b := s{s: "x"}, s{s: "x"}
	fmt.Println(a == b, any(a) == any(b), p{} == p{}, q{} == q{}, g[int]{1} == g[int]{1})
	type local struct{ local int }
	fmt.Println(local{1} == local{2}, map[p]int{p{}: 1}[p{}])
}

// CHECK:true true true true true
// CHECK-NEXT:false 1
