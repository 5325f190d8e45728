// RUN: %minigo run %s 2>&1 | FileCheck --strict-whitespace --match-full-lines %s
// A variable compared with itself: known for integers, not for NaN, and it still panics where it must.
package main

import "fmt"

type P struct{ a, b int }

func main() {
	n, p := 3, P{1, 2}
	q := &p
	fmt.Println(n == n, n != n, n < n, n <= n, n >= n, n > n)
	fmt.Println(p.a == p.a, p.a == p.b, p == p, q.a == q.a, q == q)
	b := n > 1
	s := "x"
	zero := 0.0
	nan := zero / zero
	fmt.Println(b == b, b != b, s == s, nan == nan, nan != nan, zero == zero)
	xs := append([]int{1}, 2, 3, n)
	fmt.Println(xs[0] == xs[0], len(xs) == len(xs))
	var nothing *P
	defer func() { fmt.Println(recover()) }()
	var e any = []int{1}
	defer func() {
		fmt.Println(recover())
		fmt.Println(nothing.a == nothing.a)
	}()
	fmt.Println(e == e)
}

// CHECK:true false false true true false
// CHECK-NEXT:true false true true true
// CHECK-NEXT:true false true false true true
// CHECK-NEXT:true true
// CHECK-NEXT:runtime error: comparing uncomparable type []int
// CHECK-NEXT:runtime error: invalid memory address or nil pointer dereference
