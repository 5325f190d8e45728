// RUN: %minigo run %s 2>&1 | FileCheck --strict-whitespace --match-full-lines %s
// Functions and methods as values, in structs, maps and slices.
package main

import "fmt"

type op func(int, int) int
type calc struct {
	name string
	f    op
}
type acc struct{ sum int }

func (a *acc) add(n int) { a.sum += n }
func (a acc) get() int   { return a.sum }
func twice(f func(), n int) {
	for i := 0; i < n; i++ {
		f()
	}
}
func add(a, b int) int          { return a + b }
func (o op) apply(a, b int) int { return o(a, b) }

func main() {
	ops := []calc{{"add", add}, {"sub", func(a, b int) int { return a - b }}}
	for _, c := range ops {
		fmt.Println(c.name, c.f(7, 3), c.f.apply(1, 2))
	}
	byName := map[string]op{"mul": func(a, b int) int { return a * b }}
	fmt.Println(byName["mul"](6, 7), byName["none"] == nil)
	a := &acc{}
	inc := a.add
	inc(2)
	inc(3)
	get := a.get
	inc(10)
	fmt.Println(a.sum, get(), a.get())
	f := (*acc).add
	f(a, 1)
	g := acc.get
	fmt.Println(g(*a))
	n := 0
	twice(func() { n += 2 }, 3)
	fmt.Println(n)
	var nilFunc func()
	fmt.Println(nilFunc == nil, op(add) != nil)
	v := acc{5}
	m := v.add
	m(5)
	fmt.Println(v.sum)
	func(s string) { fmt.Println(s) }("called")
	fmt.Println(func(xs ...int) int { return len(xs) }(1, 2, 3))
	defer func() { fmt.Println(recover()) }()
	nilFunc()
}

// CHECK:add 10 3
// CHECK-NEXT:sub 4 -1
// CHECK-NEXT:42 true
// CHECK-NEXT:15 5 15
// CHECK-NEXT:16
// CHECK-NEXT:6
// CHECK-NEXT:true true
// CHECK-NEXT:10
// CHECK-NEXT:called
// CHECK-NEXT:3
// CHECK-NEXT:runtime error: invalid memory address or nil pointer dereference
