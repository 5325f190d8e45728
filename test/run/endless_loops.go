// RUN: %minigo build -o %t %s
// RUN: %t 2 3 | FileCheck %s
// RUN: %minigo build -O3 -o %t %s
// RUN: %t 2 3 | FileCheck %s
// UNSUPPORTED: sanitizer
// Loops that have an end and no effects, and never come to it. (A sanitizer build preempts nothing.)
package main

import (
	"fmt"
	"os"
	"sync/atomic"
	"time"
)

var ended [5]atomic.Bool

func find(n int) (s int) {
	for i := 0; ; i++ {
		s += i * n
		if s == 17 {
			return s
		}
	}
}

func power(x uint) uint {
	for x != 1 {
		x *= 3
	}
	return 5
}

func skip(x uint) {
	for x != 1 {
		x += 2
	}
}

type node struct{ next *node }

func last(n *node) {
	for n != nil {
		n = n.next
	}
}

func main() {
	two, three := int(os.Args[1][0]-'0'), uint(os.Args[2][0]-'0')
	ring := &node{}
	ring.next = ring
	for i, f := range []func(){
		func() { find(two) },
		func() { power(3 * three) },
		func() { skip(uint(two)) },
		func() { last(ring) },
		func() {
			for {
			}
		},
	} {
		go func() {
			f()
			ended[i].Store(true)
		}()
	}
	time.Sleep(200 * time.Millisecond)
	for i := range ended {
		fmt.Print(ended[i].Load(), " ")
	}
	fmt.Println()
}

// CHECK: false false false false false
