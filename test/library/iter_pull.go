// Package iter: Pull and Pull2, which turn an iterator that pushes into one that is asked.
// REQUIRES: go
// RUN: %minigo run %s > %t.out
// RUN: %go run %s > %t.go && diff %t.go %t.out
package main

import (
	"fmt"
	"iter"
	"maps"
	"slices"
	"sync"
)

func count(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		defer fmt.Println("counted")
		for i := range n {
			if !yield(i) {
				fmt.Println("stopped at", i)
				return
			}
		}
	}
}

func zip[A, B any](a iter.Seq[A], b iter.Seq[B]) iter.Seq2[A, B] {
	return func(yield func(A, B) bool) {
		nextA, stopA := iter.Pull(a)
		defer stopA()
		nextB, stopB := iter.Pull(b)
		defer stopB()
		for {
			x, ok1 := nextA()
			y, ok2 := nextB()
			if !ok1 || !ok2 || !yield(x, y) {
				return
			}
		}
	}
}

func try(what string, f func()) {
	defer func() { fmt.Println(what+":", recover()) }()
	f()
}

func main() {
	next, stop := iter.Pull(count(3))
	for range 5 {
		fmt.Println(next())
	}
	stop()
	next, stop = iter.Pull(count(100))
	fmt.Println(next())
	fmt.Println(next())
	stop()
	stop()
	fmt.Println(next())
	_, stop = iter.Pull(count(1))
	stop() // before it began

	for a, b := range zip(slices.Values([]string{"a", "b", "c"}), count(2)) {
		fmt.Println(a, b)
	}
	next2, stop2 := iter.Pull2(maps.All(map[string]int{"one": 1}))
	fmt.Println(next2())
	fmt.Println(next2())
	stop2()

	try("panic", func() {
		next, _ := iter.Pull(func(yield func(int) bool) { yield(1); panic("in iterator") })
		fmt.Println(next())
		next()
	})
	try("again", func() {
		var next func() (int, bool)
		next, _ = iter.Pull(func(yield func(int) bool) { next() })
		next()
	})

	var wg sync.WaitGroup
	sums := make([]int, 8)
	for g := range sums {
		wg.Go(func() {
			next, stop := iter.Pull(func(yield func(int) bool) {
				for i := 0; yield(i); i++ {
				}
			})
			defer stop()
			for range 5000 {
				i, _ := next()
				sums[g] += i
			}
		})
	}
	wg.Wait()
	fmt.Println(sums)
}
