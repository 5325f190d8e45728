// RUN: %minigo run %s 2>&1 | FileCheck --strict-whitespace --match-full-lines %s
// Parallel assignment evaluates operands and values first.
package main

import "fmt"

type node struct {
	val  int
	next *node
}

func main() {
	a := []int{1, 2, 3}
	i, j := 0, 2
	a[i], a[j] = a[j], a[i]
	fmt.Println(a)
	i, a[i] = 1, 9
	fmt.Println(i, a)
	x, y, z := 1, 2, 3
	x, y, z = y, z, x
	fmt.Println(x, y, z)
	x, y = y, x+y
	fmt.Println(x, y)
	p := &node{val: 1}
	q := &node{val: 2}
	p, p.next = q, p
	fmt.Println(p.val, p.next == nil)
	var list *node
	for k := 3; k > 0; k-- {
		list = &node{k, list}
	}
	var prev *node
	for list != nil {
		list.next, prev, list = prev, list, list.next
	}
	for n := prev; n != nil; n = n.next {
		fmt.Print(n.val, " ")
	}
	fmt.Println()
	m := map[string]int{"a": 1, "b": 2}
	m["a"], m["b"] = m["b"], m["a"]
	fmt.Println(m)
	b := [3]int{1, 2, 3}
	b[0], b[1], b[2] = b[2], b[0], b[1]
	fmt.Println(b)
	s, t := a, []int{7}
	s, t = t, s
	fmt.Println(s, t)
	var f, g float64 = 1, 2
	f, g = g, f/g
	fmt.Println(f, g)
	a[0], a = 50, nil
	fmt.Println(a == nil)
}

// CHECK:[3 2 1]
// CHECK-NEXT:1 [9 2 1]
// CHECK-NEXT:2 3 1
// CHECK-NEXT:3 5
// CHECK-NEXT:2 true
// CHECK-NEXT:3 2 1 
// CHECK-NEXT:map[a:2 b:1]
// CHECK-NEXT:[3 1 2]
// CHECK-NEXT:[7] [9 2 1]
// CHECK-NEXT:2 0.5
// CHECK-NEXT:true
