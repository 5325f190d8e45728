// RUN: %minigo build -o %t %s
// RUN: env GOMAXPROCS=1 %t | FileCheck --strict-whitespace --match-full-lines %s
// RUN: env GOMAXPROCS=4 %t | FileCheck --strict-whitespace --match-full-lines %s
// RUN: env GOMAXPROCS=4 MINIGO_GC_EVERY=50000 %t | FileCheck --strict-whitespace --match-full-lines %s
// A heap of several shapes that is large enough for several markers: long lists, tables of pointers far larger than
// one marker takes at once, deep trees, maps, pointers into the middle; goroutines change theirs while
// others collect.
package main

import (
	"fmt"
	"runtime"
	"sync"
)

type node struct {
	left, right *node
	id          int
	inner       *int
}

func list(n int) *node {
	var first *node
	for i := range n {
		first = &node{left: first, id: i}
		first.inner = &first.id
	}
	return first
}

func tree(depth int) *node {
	if depth == 0 {
		return &node{id: 1}
	}
	return &node{left: tree(depth - 1), right: tree(depth - 1), id: 1}
}

func (n *node) sum() int {
	if n == nil {
		return 0
	}
	return n.id + n.left.sum() + n.right.sum()
}

func work(number int) int {
	table := make([]*node, 50_000)
	for i := range table {
		table[i] = &node{id: i}
	}
	l, t := list(50_000), tree(14)
	m := map[int]*int{}
	for i := range 20_000 {
		m[i] = &table[i*2].id // keeps the node, from its middle
	}
	for i := range table {
		if i%2 == 0 {
			table[i] = nil
		} else if i%1000 == 1 {
			table[i] = tree(4)
			table[i].id += i - 31
		}
	}
	if number == 0 {
		runtime.GC()
	}
	total := t.sum()
	for i, n := range table {
		if n != nil && n.sum() != i && i%1000 != 1 {
			return -1
		}
		total += n.sum()
	}
	for i := 49_999; l != nil; i, l = i-1, l.left {
		if l.id != i || l.inner != &l.id {
			return -2
		}
		total++
	}
	for i, p := range m {
		if *p != i*2 {
			return -3
		}
		total += *p
	}
	return total
}

func main() {
	var wg sync.WaitGroup
	results := make([]int, 8)
	for i := range results {
		wg.Add(1)
		go func() {
			defer wg.Done()
			results[i] = work(i)
		}()
	}
	wg.Wait()
	fmt.Println(results)
}

// CHECK:[1025062767 1025062767 1025062767 1025062767 1025062767 1025062767 1025062767 1025062767]
