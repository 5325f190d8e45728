// RUN: %minigo run %s 2>&1 | FileCheck --strict-whitespace --match-full-lines %s
// Channels and values to send are evaluated once, in source order, whatever is chosen; what is on
// the left of a receive only if it is.
package main

import "fmt"

var trace []string

func note[T any](name string, v T) T {
	trace = append(trace, name)
	return v
}

func show() {
	fmt.Println(trace)
	trace = nil
}

func main() {
	full := make(chan int, 1)
	full <- 1
	ready := make(chan int, 1)
	var none chan int
	x := 1
	change := func() int { x = 2; return 3 }
	s := make([]int, 3)
	select {
	case note("c1", full) <- note("v1", 1):
	case note("c2", ready) <- note("v2", 2):
	case s[note("i", 1)] = <-note("c3", none):
	}
	show()
	select {
	case note("c1", full) <- note("v1", 1):
	case s[note("i", 2)] = <-note("c3", ready):
	case note("c4", none) <- note("v4", 2):
	}
	show()
	fmt.Println(s)
	select {
	case note("c1", full) <- note("v1", 1):
	case <-note("c2", none):
	default:
		show()
	}
	select {
	case ready <- x:
	case none <- change():
	}
	fmt.Println(<-ready, x)
	p := &s[0]
	select {
	case none <- *p:
	case ready <- note("v", 4):
	}
	show()
	fmt.Println(len(ready), <-ready, len(ready))
}

// CHECK:[c1 v1 c2 v2 c3]
// CHECK-NEXT:[c1 v1 c3 c4 v4 i]
// CHECK-NEXT:[0 0 2]
// CHECK-NEXT:[c1 v1 c2]
// CHECK-NEXT:1 2
// CHECK-NEXT:[v]
// CHECK-NEXT:1 4 0
