// RUN: %minigo run %s 2>&1 | FileCheck --strict-whitespace --match-full-lines %s
// Declarations and assignments whose types differ from those of the values; places of range clauses
// are fixed before the first assignment; a map gets no entry when an operation panics.
package main

import "fmt"

type text string

func pair() (int, error)          { return 7, nil }
func slices() ([]int, text, bool) { return []int{1}, "t", true }

func try(f func()) {
	defer func() { fmt.Println(recover()) }()
	f()
}

func main() {
	var a, b any = pair()
	fmt.Println(a, b)
	var c, _, d interface{} = slices()
	fmt.Println(c, d)
	m := map[string]text{"k": "v"}
	var e, ok any = m["k"]
	fmt.Printf("%T %T\n", e, ok)
	var s fmt.Stringer
	var f, g any = a.(int)
	fmt.Println(f, g, s == nil)

	x, y, i := []int{10, 20}, []int{99}, 1
	for i, x[i] = range y {
	}
	fmt.Println(i, x)
	i = 1
	for x[i], i = range []int{0, 1} {
	}
	fmt.Println(i, x)
	p, n := &i, 5
	for i, *p = range []int{n} {
	}
	fmt.Println(i)
	names, key := map[string]int{}, "first"
	for key, names[key] = range map[string]int{"second": 2} {
	}
	fmt.Println(key, names)

	counts, zero := map[int]int{}, 0
	try(func() { counts[1] /= zero })
	try(func() { counts[2] %= zero })
	var none []int
	try(func() { counts[4] += none[3] })
	counts[5] <<= 70
	counts[6] |= 3
	fmt.Println(counts)

	switch v := any(true); {
	case v:
		fmt.Println("true")
	default:
		fmt.Println("false")
	}
	switch any(1) {
	case "x", 1.0, uint(1):
		fmt.Println("wrong")
	case 1:
		fmt.Println("int")
	}
}

// CHECK:7 <nil>
// CHECK-NEXT:[1] true
// CHECK-NEXT:main.text bool
// CHECK-NEXT:7 true true
// CHECK-NEXT:0 [10 99]
// CHECK-NEXT:1 [1 0]
// CHECK-NEXT:5
// CHECK-NEXT:second map[first:2]
// CHECK-NEXT:runtime error: integer divide by zero
// CHECK-NEXT:runtime error: integer divide by zero
// CHECK-NEXT:runtime error: index out of range [3] with length 0
// CHECK-NEXT:map[5:0 6:3]
// CHECK-NEXT:true
// CHECK-NEXT:int
