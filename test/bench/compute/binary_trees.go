// Allocation and collection of many small trees.
package main

import "fmt"

type node struct{ left, right *node }

func build(depth int) *node {
	if depth == 0 {
		return &node{}
	}
	return &node{build(depth - 1), build(depth - 1)}
}

func (n *node) count() int {
	if n.left == nil {
		return 1
	}
	return 1 + n.left.count() + n.right.count()
}

func main() {
	const deepest = 16
	kept := build(deepest)
	for depth := 4; depth <= deepest; depth += 4 {
		trees, total := 1<<(deepest-depth+4), 0
		for range trees {
			total += build(depth).count()
		}
		fmt.Println(trees, depth, total)
	}
	fmt.Println(kept.count())
}
