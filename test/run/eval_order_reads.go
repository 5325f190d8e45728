// RUN: %minigo run %s 2>&1 | FileCheck --strict-whitespace --match-full-lines %s
// Variables are read after the calls of their expression, as gc does.
package main

import "fmt"

var g = 1

func inc() int              { g++; return g }
func set(p *int, v int) int { *p = v; return v }

type pair struct{ a, b int }

func both() (int, int) { return g, inc() }

func main() {
	fmt.Println(g + inc())
	fmt.Println(g, inc())
	x := 1
	h := func() int { x *= 10; return x }
	fmt.Println(x+h(), x, h())
	s := []int{x, h()}
	fmt.Println(s)
	p := pair{x, h()}
	fmt.Println(p)
	a := []int{1, 2, 3}
	k := func() int { a[0] = 100; a = append(a, 4); return 1 }
	fmt.Println(a[0]+k(), len(a))
	a[k()] = a[0]
	fmt.Println(a)
	y, z := x, h()
	fmt.Println(y, z)
	fmt.Println(both())
	w := 5
	fmt.Println(w + set(&w, 7))
	m := map[string]int{"a": 1}
	del := func() int { delete(m, "a"); return 0 }
	fmt.Println(m["a"] + del())
	b := true
	flip := func() bool { b = !b; return b }
	fmt.Println(b && flip(), b || flip(), flip() && b)
	str := "s"
	fmt.Println(str + func() string { str = "t"; return "u" }() + str)
}

// CHECK:4
// CHECK-NEXT:3 3
// CHECK-NEXT:110 100 100
// CHECK-NEXT:[1000 1000]
// CHECK-NEXT:{10000 10000}
// CHECK-NEXT:101 4
// CHECK-NEXT:[100 100 3 4 4]
// CHECK-NEXT:100000 100000
// CHECK-NEXT:4 4
// CHECK-NEXT:14
// CHECK-NEXT:0
// CHECK-NEXT:false true false
// CHECK-NEXT:tut
