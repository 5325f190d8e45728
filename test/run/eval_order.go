// RUN: %minigo run %s 2>&1 | FileCheck --strict-whitespace --match-full-lines %s
// Calls happen from left to right; everything else is read after the last of them.
package main

import "fmt"

var trace []string

func f(name string, v int) int { trace = append(trace, name); return v }
func show()                    { fmt.Println(trace); trace = nil }

type t struct{ n int }

func (x t) add(n int) t         { trace = append(trace, "add"); return t{x.n + n} }
func newT(name string, n int) t { trace = append(trace, name); return t{n} }
func two() (int, int)           { trace = append(trace, "two"); return 1, 2 }
func sum(xs ...int) int {
	trace = append(trace, "sum")
	s := 0
	for _, x := range xs {
		s += x
	}
	return s
}
func fn(name string) func(int) int {
	trace = append(trace, name)
	return func(x int) int { trace = append(trace, name+"()"); return x }
}

func main() {
	fmt.Println(f("a", 1) + f("b", 2)*f("c", 3))
	show()
	fmt.Println(sum(f("x", 1), sum(f("y", 2), f("z", 3)), f("w", 4)))
	show()
	a := []int{f("0", 0), f("1", 1), f("2", 2)}
	a[f("i", 1)] = f("v", 5)
	show()
	a[f("i", 0)], a[f("j", 1)] = f("p", 7), f("q", 8)
	fmt.Println(a)
	show()
	fmt.Println(newT("n", 1).add(f("m", 2)).add(f("o", 3)).n)
	show()
	fmt.Println(fn("f")(f("arg", 1)) + fn("g")(f("arg2", 2)))
	show()
	m := map[int]int{f("k1", 1): f("v1", 1), f("k2", 2): f("v2", 2)}
	fmt.Println(len(m))
	show()
	s := struct{ a, b int }{b: f("b", 2), a: f("a", 1)}
	fmt.Println(s)
	show()
	x, y := f("x", 1), f("y", 2)
	fmt.Println(x, y)
	show()
	fmt.Println(sum(two()))
	show()
	if f("l", 1) == 1 && f("r", 2) == 2 || f("never", 0) == 0 {
		show()
	}
	fmt.Println(f("a", 1) == 2 && f("no", 1) == 1, f("b", 1) == 1 || f("no", 1) == 1)
	show()
	fmt.Println(f("s", 1) + len(a[f("lo", 0):f("hi", 2)]))
	show()
	switch f("tag", 2) {
	case f("c1", 1), f("c2", 2), f("c3", 3):
		show()
	}
	switch g := 4; {
	case f("d1", g) == 1, f("d2", g)+f("d3", g) == 8 && f("d4", 1) == f("d5", 1):
		show()
	}
}

// CHECK:7
// CHECK-NEXT:[a b c]
// CHECK-NEXT:10
// CHECK-NEXT:[x y z sum w sum]
// CHECK-NEXT:[0 1 2 i v]
// CHECK-NEXT:[7 8 2]
// CHECK-NEXT:[i j p q]
// CHECK-NEXT:6
// CHECK-NEXT:[n m add o add]
// CHECK-NEXT:3
// CHECK-NEXT:[f arg f() g arg2 g()]
// CHECK-NEXT:2
// CHECK-NEXT:[k1 v1 k2 v2]
// CHECK-NEXT:{1 2}
// CHECK-NEXT:[b a]
// CHECK-NEXT:1 2
// CHECK-NEXT:[x y]
// CHECK-NEXT:3
// CHECK-NEXT:[two sum]
// CHECK-NEXT:[l r]
// CHECK-NEXT:false true
// CHECK-NEXT:[a b]
// CHECK-NEXT:3
// CHECK-NEXT:[s lo hi]
// CHECK-NEXT:[tag c1 c2]
// CHECK-NEXT:[d1 d2 d3 d4 d5]
