// RUN: %minigo run %s 2>&1 | FileCheck --strict-whitespace --match-full-lines %s
// Conversion, dynamic dispatch, assertion, comparison and nil.
package main

import "fmt"

type shape interface {
	area() float64
	name() string
}
type square struct{ s float64 }
type circle struct{ r float64 }

func (s square) area() float64  { return s.s * s.s }
func (s square) name() string   { return "square" }
func (c *circle) area() float64 { return 3 * c.r * c.r }
func (c *circle) name() string  { return "circle" }

type namer interface{ name() string }
type myErr struct{ code int }

func (e *myErr) Error() string { return fmt.Sprint("code ", e.code) }
func fail(n int) error {
	if n == 0 {
		return nil
	}
	return &myErr{n}
}
func typedNil() error { var e *myErr; return e }

func try(f func()) {
	defer func() { fmt.Println(recover()) }()
	f()
}

func main() {
	shapes := []shape{square{2}, &circle{1}}
	total := 0.0
	for _, s := range shapes {
		total += s.area()
		var n namer = s
		fmt.Print(n.name(), " ")
	}
	fmt.Println(total)
	var s shape = square{3}
	sq, ok := s.(square)
	_, isCircle := s.(*circle)
	fmt.Println(sq, ok, isCircle, s.(namer).name(), s.(square).s)
	fmt.Println(s == shape(square{3}), s == shapes[0], s != nil, s == square{3})
	var e error
	fmt.Println(e == nil, fail(0) == nil, fail(2), typedNil() == nil)
	var a, b any = 1, 1.0
	fmt.Println(a == b, a == 1, b == 1.0, a == any(1), any(nil) == nil)
	a = sq
	sq.s = 100
	fmt.Println(a, sq)
	x := a.(square)
	x.s = 7
	fmt.Println(a, x)
	a = &sq
	a.(*square).s = 55
	fmt.Println(sq)
	a = [2]int{1, 2}
	fmt.Println(a == any([2]int{1, 2}))
	var i8 any = int8(-1)
	fmt.Println(i8 == any(int8(-1)), i8.(int8)-1, i8 == any(-1))
	try(func() { _ = a.(string) })
	try(func() { var nothing shape; fmt.Println(nothing.area()) })
	try(func() { _ = a.(shape) })
	try(func() { a = []int{}; fmt.Println(a == a) })
	try(func() { var n shape; _ = n.(square) })
	try(func() { var n shape; f := n.area; f() })
}

// CHECK:square circle 7
// CHECK-NEXT:{3} true false square 3
// CHECK-NEXT:true false true true
// CHECK-NEXT:true true code 2 false
// CHECK-NEXT:false true true true true
// CHECK-NEXT:{3} {100}
// CHECK-NEXT:{3} {7}
// CHECK-NEXT:{55}
// CHECK-NEXT:true
// CHECK-NEXT:true -2 false
// CHECK-NEXT:interface conversion: interface {} is [2]int, not string
// CHECK-NEXT:runtime error: invalid memory address or nil pointer dereference
// CHECK-NEXT:interface conversion: [2]int is not main.shape: missing method area
// CHECK-NEXT:runtime error: comparing uncomparable type []int
// CHECK-NEXT:interface conversion: main.shape is nil, not main.square
// CHECK-NEXT:runtime error: invalid memory address or nil pointer dereference
