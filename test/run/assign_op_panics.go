// RUN: %minigo run %s | FileCheck %s
// RUN: %minigo emit %s | FileCheck --check-prefix=CPP %s
// Of an assignment operation whose sides both panic, the left one does, as in gc; but what gc
// evaluates before the rest (calls, slices, type assertions) comes first, and so does all of it where
// an element of a map is changed.
package main

import "fmt"

func try(name string, f func()) {
	defer func() { fmt.Println(name, recover()) }()
	f()
}

type pair struct{ a, b []int }

func first(b []int, i int) int { fmt.Print("first "); return b[i] }

// What cannot panic, or not about something else, stays one expression.
// CPP-LABEL: void plain(
// CPP: a[i] += b.at(i, inside_) * 2;
// CPP: total->a[0] += 3;
// CPP: *p += *q;
func plain(a, b []int, total *struct{ a [2]int }, p, q *int) {
	for i := range a {
		a[i] += b[i] * 2
	}
	total.a[0] += 3
	*p += *q
}

// CPP-LABEL: void main()
// CPP: mg::Int& a_ = a[i];
// CPP-NEXT: a_ += b[j];
func main() {
	a, b := make([]int, 3), make([]int, 5)
	m := [][]int{a}
	var arr [4]int
	var p *pair
	var nothing map[int]int
	var text any = "x"
	i, j, k, zero := 7, 8, 9, 0
	fl, fr := []float64{1}, []float64{2}
	cl, cr := []complex128{1}, []complex128{2}
	s, t := []string{"x"}, []string{}
	try("slice", func() { a[i] += b[j] })               // CHECK: slice runtime error: index out of range [7] with length 3
	try("assign", func() { a[i] = b[j] })               // CHECK-NEXT: assign runtime error: index out of range [8] with length 5
	try("outer", func() { m[i][k] += b[j] })            // CHECK-NEXT: outer runtime error: index out of range [7] with length 1
	try("inner", func() { m[0][k] += b[j] })            // CHECK-NEXT: inner runtime error: index out of range [9] with length 3
	try("array", func() { arr[i] -= b[j] })             // CHECK-NEXT: array runtime error: index out of range [7] with length 4
	try("float", func() { fl[i] *= fr[j] })             // CHECK-NEXT: float runtime error: index out of range [7] with length 1
	try("complex", func() { cl[i] *= cr[j] })           // CHECK-NEXT: complex runtime error: index out of range [7] with length 1
	try("quotient", func() { cl[i] /= cr[j] })          // CHECK-NEXT: quotient runtime error: index out of range [7] with length 1
	try("string", func() { s[i] += t[j] })              // CHECK-NEXT: string runtime error: index out of range [7] with length 1
	try("nil", func() { p.a[i] |= b[j] })               // CHECK-NEXT: nil runtime error: invalid memory address or nil pointer dereference
	try("nil value", func() { a[i] ^= p.b[j] })         // CHECK-NEXT: nil value runtime error: index out of range [7] with length 3
	try("pointer", func() { *(*int)(nil) += b[j] })     // CHECK-NEXT: pointer runtime error: invalid memory address or nil pointer dereference
	try("shift", func() { a[i] <<= b[j] })              // CHECK-NEXT: shift runtime error: index out of range [7] with length 3
	try("negative", func() { a[i] += 1 << (zero - 1) }) // CHECK-NEXT: negative runtime error: index out of range [7] with length 3
	try("zero", func() { a[i] += 1 / zero })            // CHECK-NEXT: zero runtime error: index out of range [7] with length 3
	try("divide", func() { a[i] /= b[j] })              // CHECK-NEXT: divide runtime error: index out of range [7] with length 3
	try("parts", func() { (a[i]) -= (b[0] + b[j]) })    // CHECK-NEXT: parts runtime error: index out of range [7] with length 3
	try("call", func() { a[i] += first(b, j) })         // CHECK-NEXT: first call runtime error: index out of range [8] with length 5
	try("called", func() { a[i] += first(b, 0) })       // CHECK-NEXT: first called runtime error: index out of range [7] with length 3
	try("cut", func() { s[i] += "abc"[j:] })            // CHECK-NEXT: cut runtime error: slice bounds out of range [8:3]
	try("type", func() { a[i] += text.(int) })          // CHECK-NEXT: type interface conversion: interface {} is string, not int
	try("map", func() { nothing[1] += b[j] })           // CHECK-NEXT: map runtime error: index out of range [8] with length 5
	try("loop", func() {
		for x := 3; x < 9; x++ {
			m[0][x] += m[1][x]
		}
	}) // CHECK-NEXT: loop runtime error: index out of range [3] with length 3
	try("counted", func() {
		for x := range b {
			b[x] += a[x]
		}
	}) // CHECK-NEXT: counted runtime error: index out of range [3] with length 3
	plain(a, b, new(struct{ a [2]int }), &i, &j)
}
