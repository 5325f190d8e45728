// RUN: %minigo run %s 2>&1 | FileCheck --strict-whitespace --match-full-lines %s
// Package variables are initialized by dependency, then init functions run in order.
package main

import "fmt"

var (
	a     = b + 1
	b     = f()
	c, d  = pair()
	_     = trace("blank")
	table = map[string]int{"x": a, "y": b}
	list  = []func() int{func() int { return a * 2 }, f}
	s     = struct{ n int }{a}
	fixed = 10
)

func f() int              { trace("f"); return fixed * 2 }
func pair() (int, string) { trace("pair"); return a, "d" }
func trace(s string) int  { fmt.Println("init", s); return 0 }

func init() { fmt.Println("first init", a, b, c, d); a = 1 }
func init() { fmt.Println("second init", a) }

var counter = func() func() int { n := 0; return func() int { n++; return n } }()

func main() {
	fmt.Println(a, b, c, d, table["x"], list[0](), s.n, counter(), counter())
}

// CHECK:init blank
// CHECK-NEXT:init f
// CHECK-NEXT:init pair
// CHECK-NEXT:first init 21 20 21 d
// CHECK-NEXT:second init 1
// CHECK-NEXT:1 20 21 d 21 2 21 1 2
