// nil of every kind of type in every place where a value may stand.
// RUN: %minigo run %s 2>&1 | FileCheck --match-full-lines %s
// RUN: %minigo run -O0 %s 2>&1 | FileCheck --match-full-lines %s
package main

type P *P
type F func(F) F
type S []S
type C chan C
type M map[string]M
type I interface{ m() I }

func f(p P, g F, s S, c C, m M, i I) (P, F, S, C, M, I) {
	println(p == nil, g == nil, s == nil, c == nil, m == nil, i == nil)
	return nil, nil, nil, nil, nil, nil
}

func main() {
	var p P = nil
	var g F = nil
	var s S = nil
	p, g, s = nil, nil, nil
	f(nil, nil, nil, nil, nil, nil)
	f(f(p, g, s, nil, nil, nil))
	x := []any{P(nil), F(nil), S(nil), C(nil), M(nil), I(nil)}
	println(len(x), x[5] == nil, x[0] == nil)
	ss := S{nil, {nil, nil}}
	println(len(ss[1]))
	mm := map[string]F{"a": nil}
	println(len(mm))
	ch := make(chan F, 1)
	ch <- nil
	println(<-ch == nil)
	st := struct {
		a F
		b []int
		c error
		d any
		e map[int]int
	}{nil, nil, nil, nil, nil}
	println(st.a == nil, st.b == nil)
	println(append(S(nil), nil) == nil, append([]error(nil), nil)[0] == nil)
}

type E struct {
	a any
	p *int
}

func g() (any, error, []int, *int) { return nil, nil, nil, nil }
func g1() (a any, e error)         { defer func() { println(a == nil) }(); return nil, nil }

var pkgA, pkgB any = nil, 1
var pkgS = []any{nil}
var pkgM = map[string]*int{"a": nil}
var pkgT = [2][]int{nil, {1}}

func init() {
	println(len([]*int{nil}), len([]any{nil}), len([]error{nil}), len([][]int{nil}), len([]func(){nil}), len([]chan int{nil}))
	println(len([]map[int]int{nil, nil}), len([]E{{nil, nil}, {}}), len([1]any{nil}), len([2]*int{nil, nil}))
	println(len(map[string]any{"a": nil}), len(map[any]int{nil: 1}), len(map[string][]int{"a": nil}))
	a, b, c, d := g()
	println(a == nil, b == nil, c == nil, d == nil)
	g1()
	var x, y = any(nil), []int(nil)
	x, y = nil, nil
	x, y = y, nil
	println(x == nil, y == nil, pkgA == nil, pkgB == nil, pkgS[0] == nil, pkgM["a"] == nil, pkgT[0] == nil)
	var ss struct {
		f func() (any, error)
		g []any
	} = struct {
		f func() (any, error)
		g []any
	}{nil, []any{nil, nil}}
	ss.f = func() (any, error) { return nil, nil }
	println(ss.g[0] == nil)
	w := &E{nil, nil}
	*w = E{a: nil}
	w.a, w.p = nil, nil
	switch w.a {
	case nil:
		println("nil")
	}
	c2 := make(chan any, 1)
	select {
	case c2 <- nil:
	}
	println(<-c2 == nil, gen[any](nil), gen[[]int](nil), gen[*int](nil))
	if x := any(nil); x == nil || x == any(nil) || error(nil) == x {
		println("ok")
	}
	var arr [3]any
	copy(arr[:], []any{nil, nil})
	_ = append(arr[:0], nil, nil)
	_ = append([]*int{}, nil)
	func(a ...any) { println(len(a)) }(nil, nil)
	func(a ...any) { println(len(a)) }(nil...)
	func(a ...*int) { println(len(a)) }(nil)
	func(a ...error) { println(len(a)) }(nil)
	defer func(a any, e error, f func()) { println(a == nil) }(nil, nil, nil)
	go func(a any, e error) {}(nil, nil)
	defer gg(nil, nil)
}

func gg(a any, s []int) {}

func gen[T any](x T) bool { return any(x) == nil }

// CHECK: 1 1 1 1 1 1
// CHECK-NEXT: 2 2 1 2
// CHECK-NEXT: 1 1 1
// CHECK-NEXT: true true true true
// CHECK-NEXT: true
// CHECK-NEXT: false true true false true true true
// CHECK-NEXT: true
// CHECK-NEXT: nil
// CHECK-NEXT: true true false false
// CHECK-NEXT: ok
// CHECK-NEXT: 2
// CHECK-NEXT: 0
// CHECK-NEXT: 1
// CHECK-NEXT: 1
// CHECK-NEXT: true
// CHECK-NEXT: true true true true true true
// CHECK-NEXT: true true true true true true
// CHECK-NEXT: true true true true true true
// CHECK-NEXT: 6 true false
// CHECK-NEXT: 2
// CHECK-NEXT: 1
// CHECK-NEXT: true
// CHECK-NEXT: true true
// CHECK-NEXT: false true
