// RUN: %minigo run %s 2>&1 | FileCheck --strict-whitespace --match-full-lines %s
// Trees live through many collections, whichever of their branches they hang on.
package main

import "fmt"

type Node struct{ l, r *Node }

func bottomUp(d int) *Node {
	if d <= 0 {
		return &Node{}
	}
	return &Node{bottomUp(d - 1), bottomUp(d - 1)}
}
func (n *Node) check() int {
	if n.l == nil {
		return 1
	}
	return 1 + n.l.check() + n.r.check()
}

func main() {
	const minD = 4
	const maxD = 13
	fmt.Println(bottomUp(maxD + 3).check())
	long := bottomUp(maxD)
	for d := minD; d <= maxD; d += 4 {
		n := 1 << uint(maxD-d+minD)
		c := 0
		for i := 0; i < n; i++ {
			c += bottomUp(d).check()
		}
		fmt.Println(n, d, c)
	}
	fmt.Println(long.check())
}
//      CHECK:131071
// CHECK-NEXT:8192 4 253952
// CHECK-NEXT:512 8 261632
// CHECK-NEXT:32 12 262112
// CHECK-NEXT:16383
