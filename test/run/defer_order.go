// RUN: %minigo run %s 2>&1 | FileCheck --strict-whitespace --match-full-lines %s
// Deferred calls run last in, first out, with arguments of the time of the statement.
package main

import "fmt"

type t struct{ n int }

func (v t) show()     { fmt.Println("value", v.n) }
func (v *t) showPtr() { fmt.Println("pointer", v.n) }

func f() {
	x := 1
	defer fmt.Println("first", x)
	x = 2
	defer fmt.Println("second", x)
	defer func() { fmt.Println("closure", x) }()
	x = 3
	for i := 0; i < 3; i++ {
		defer fmt.Println("loop", i)
		defer func() { fmt.Println("captured", i) }()
	}
	v := t{1}
	defer v.show()
	defer v.showPtr()
	v.n = 2
	if x == 3 {
		y := x * 2
		defer func(z int) { y++; fmt.Println("block", y, z) }(y)
		y = 100
	}
	fmt.Println("body")
}

func early(n int) string {
	defer fmt.Println("a")
	if n == 0 {
		return "early"
	}
	defer fmt.Println("b")
	return "late"
}

func nested() {
	defer func() {
		defer fmt.Println("inner deferred")
		fmt.Println("outer deferred")
	}()
	defer func() func() {
		fmt.Println("evaluated now")
		return func() { fmt.Println("run later") }
	}()()
}

func top(m map[string]int) {
	a, b := 1, "x"
	defer func() { fmt.Println("end", a, b, len(m)) }()
	defer delete(m, b)
	defer func(p, q int) { fmt.Println("two", p, q, a) }(a, len(m))
	a = 5
}

func main() {
	f()
	fmt.Println(early(0))
	fmt.Println(early(1))
	nested()
	top(map[string]int{"x": 1})
}

// CHECK:body
// CHECK-NEXT:block 101 6
// CHECK-NEXT:pointer 2
// CHECK-NEXT:value 1
// CHECK-NEXT:captured 2
// CHECK-NEXT:loop 2
// CHECK-NEXT:captured 1
// CHECK-NEXT:loop 1
// CHECK-NEXT:captured 0
// CHECK-NEXT:loop 0
// CHECK-NEXT:closure 3
// CHECK-NEXT:second 2
// CHECK-NEXT:first 1
// CHECK-NEXT:a
// CHECK-NEXT:early
// CHECK-NEXT:b
// CHECK-NEXT:a
// CHECK-NEXT:late
// CHECK-NEXT:evaluated now
// CHECK-NEXT:run later
// CHECK-NEXT:outer deferred
// CHECK-NEXT:inner deferred
// CHECK-NEXT:two 1 1 5
// CHECK-NEXT:end 5 x 0
