// RUN: %minigo run %s 2>&1 | FileCheck --strict-whitespace --match-full-lines %s
// Structs with floats, strings, interfaces and blank fields.
package main

import "fmt"

type s struct {
	f float64
	_ int
	i any
	a [2]string
}

func main() {
	zero := 0.0
	a := s{f: 1, i: 1, a: [2]string{"x", "y"}}
	b := a
	fmt.Println(a == b)
	b.i = int64(1)
	fmt.Println(a == b)
	b = a
	b.a[1] = "z"
	fmt.Println(a == b, a != b)
	b = a
	b.f = zero / zero
	c := b
	fmt.Println(b == c)
	defer func() { fmt.Println(recover()) }()
	a.i = []int{1}
	b = a
	fmt.Println(a == b)
}

// CHECK:true
// CHECK-NEXT:false
// CHECK-NEXT:false true
// CHECK-NEXT:false
// CHECK-NEXT:runtime error: comparing uncomparable type []int
