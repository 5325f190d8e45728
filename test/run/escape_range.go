// RUN: %minigo check -m %s 2>&1 | FileCheck --check-prefix=WHY %s
// RUN: %minigo run -O0 %s | FileCheck --match-full-lines %s
// What a range clause declares holds addresses of what it ranges over: what is kept of it is on the heap.
package main

import "fmt"

type node struct {
	name string
	kids []*node
}

func (n *node) add(kids ...*node) { // WHY-DAG: [[#@LINE]]:20: leaking param content: kids
	for _, kid := range kids {
		n.kids = append(n.kids, kid)
	}
}

func (n *node) grow(i int) {
	n.add(&node{name: fmt.Sprint("kid ", i)}) // WHY-DAG: [[#@LINE]]:8: &node{...} escapes to heap
}

//go:noinline
func clobber(n int) (a [100]int) {
	for i := range a {
		a[i] = n
	}
	return a
}

func main() {
	root := &node{name: "root"}
	root.grow(1)
	root.grow(2)
	fmt.Println(clobber(7)[3])
	for _, kid := range root.kids {
		fmt.Println(kid.name)
	}
}

// CHECK: 7
// CHECK-NEXT: kid 1
// CHECK-NEXT: kid 2
