// RUN: %minigo run %s 2>&1 | FileCheck --strict-whitespace --match-full-lines %s
// Iterators that call the body when they must not, or swallow its panics.
package main

import "fmt"

var kept func(int) bool

func keeps(yield func(int) bool) {
	kept = yield
	yield(1)
}

func continues(yield func(int) bool) {
	fmt.Println("first", yield(1))
	fmt.Println("second", yield(2))
}

func swallows(yield func(int) bool) {
	defer func() { fmt.Println("swallowed", recover()) }()
	yield(1)
}

func repeats(yield func(int) bool) {
	defer func() { yield(3) }()
	yield(1)
}

func try(name string, f func()) {
	defer func() {
		e := recover()
		_, isRuntime := e.(interface{ RuntimeError() })
		fmt.Println(name, isRuntime, e)
	}()
	f()
}

func main() {
	try("kept", func() {
		for i := range keeps {
			fmt.Println("body", i)
		}
		kept(2)
	})
	try("kept after break", func() {
		for range keeps {
			break
		}
		kept(2)
	})
	try("continues", func() {
		for i := range continues {
			fmt.Println("body", i)
			break
		}
	})
	try("returns", func() {
		for range continues {
			return
		}
	})
	try("swallows", func() {
		for range swallows {
			panic("of the body")
		}
		fmt.Println("not reached")
	})
	try("repeats", func() {
		for i := range repeats {
			panic(fmt.Sprint("of the body ", i))
		}
	})
	try("reentered", func() {
		var again func(int) bool
		for i := range func(yield func(int) bool) { again = yield; yield(1) } {
			again(i + 1)
		}
	})
}

// CHECK:body 1
// CHECK-NEXT:kept true runtime error: range function continued iteration after whole loop exit
// CHECK-NEXT:kept after break true runtime error: range function continued iteration after whole loop exit
// CHECK-NEXT:body 1
// CHECK-NEXT:first false
// CHECK-NEXT:continues true runtime error: range function continued iteration after function for loop body returned false
// CHECK-NEXT:first false
// CHECK-NEXT:returns true runtime error: range function continued iteration after function for loop body returned false
// CHECK-NEXT:swallowed of the body
// CHECK-NEXT:swallows true runtime error: range function recovered a loop body panic and did not resume panicking
// CHECK-NEXT:repeats true runtime error: range function continued iteration after loop body panic
// CHECK-NEXT:reentered true runtime error: range function continued iteration after loop body panic
