// RUN: %minigo run %s 2>&1 | FileCheck --strict-whitespace --match-full-lines %s
// Functions with more results than mg::Results has fields: called, handed on, assigned, in
// interfaces, as values and in instances.
package main

import "fmt"

type point struct{ x, y int }

func nine(n int) (a, b, c int, d string, e bool, f float64, g []int, h point, i error) {
	a, b, c = n, n+1, n+2
	defer func() { a *= 10 }()
	return a, b, c, "d", true, 0.5, []int{n}, point{n, n}, nil
}

type ten interface {
	Ten() (a, b, c, d, e, f, g, h, i, j int)
}

type base int

func (b base) Ten() (int, int, int, int, int, int, int, int, int, int) {
	n := int(b)
	return n, n, n, n, n, n, n, n, n, n + 9
}

func same[T any](x T) (T, T, T, T, T, T, T, T, T) { return x, x, x, x, x, x, x, x, x }

func handOn() (int, int, int, string, bool, float64, []int, point, error) { return nine(7) }

func main() {
	fmt.Println(nine(1))
	a, _, c, d, _, _, _, h, err := handOn()
	fmt.Println(a, c, d, h, err)
	var t ten = base(3)
	fmt.Println(t.Ten())
	f := base(4).Ten
	_, _, _, _, _, _, _, _, _, j := f()
	fmt.Println(j)
	fmt.Println(same("s"))
	fmt.Println(same(point{1, 2}))
	g := func() (p, q, r, s, t, u, v, w, x point) { p.x = 5; return }
	fmt.Println(g())
}

// CHECK:10 2 3 d true 0.5 [1] {1 1} <nil>
// CHECK-NEXT:70 9 d {7 7} <nil>
// CHECK-NEXT:3 3 3 3 3 3 3 3 3 12
// CHECK-NEXT:13
// CHECK-NEXT:s s s s s s s s s
// CHECK-NEXT:{1 2} {1 2} {1 2} {1 2} {1 2} {1 2} {1 2} {1 2} {1 2}
// CHECK-NEXT:{5 0} {0 0} {0 0} {0 0} {0 0} {0 0} {0 0} {0 0} {0 0}
