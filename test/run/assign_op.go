// RUN: %minigo run %s 2>&1 | FileCheck --strict-whitespace --match-full-lines %s
// op= evaluates the operands of its left side once.
package main

import "fmt"

var calls int

func at(i int) int          { calls++; return i }
func get(p *[3]int) *[3]int { calls++; return p }

func main() {
	a := [3]int{10, 20, 30}
	a[at(1)] += 5
	get(&a)[at(2)] /= at(7)
	get(&a)[at(0)]++
	fmt.Println(a, calls)
	m := map[string][]int{"k": {1, 2}}
	m["k"][at(1)] <<= at(3)
	n := map[string]int{}
	n["x"]++
	n["x"] *= 10
	n["y"] -= 3
	n["z"] %= 5
	fmt.Println(m, n, calls)
	x := 7
	x &^= 2
	x |= 8
	x %= 5
	fmt.Println(x)
	s := "a"
	s += "b" + s
	fmt.Println(s)
	p := &x
	*p *= 3
	fmt.Println(x)
}

// CHECK:[11 25 4] 6
// CHECK-NEXT:map[k:[1 16]] map[x:10 y:-3 z:0] 8
// CHECK-NEXT:3
// CHECK-NEXT:aba
// CHECK-NEXT:9
