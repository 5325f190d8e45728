// RUN: %minigo run %s 2>&1 | FileCheck --strict-whitespace --match-full-lines %s
// Deferred calls behind the recovering one still run; so do those of outer frames.
package main

import "fmt"

func inner() {
	defer fmt.Println("inner 1")
	defer func() {
		fmt.Println("inner 2", recover())
	}()
	defer fmt.Println("inner 3")
	panic("p")
}

func middle() (s string) {
	defer func() { s += " deferred" }()
	inner()
	s = "middle went on"
	return
}

func rethrow() {
	defer func() {
		r := recover()
		fmt.Println("caught", r)
		defer func() { fmt.Println("caught again", recover()) }()
		panic(fmt.Sprint("re-", r))
	}()
	panic("x")
}

func loop() {
	for i := 0; i < 3; i++ {
		func() {
			defer func() {
				if r := recover(); r != nil {
					fmt.Println("iteration", i, r)
				}
			}()
			if i%2 == 0 {
				panic(i)
			}
			fmt.Println("fine", i)
		}()
	}
}

func replaced() {
	defer func() { fmt.Println(recover()) }()
	defer func() { panic("new") }()
	panic("old")
}

func main() {
	fmt.Println(middle())
	rethrow()
	loop()
	replaced()
	defer fmt.Println("main deferred")
	defer func() { recover() }()
	var p *int
	*p = 1
}

// CHECK:inner 3
// CHECK-NEXT:inner 2 p
// CHECK-NEXT:inner 1
// CHECK-NEXT:middle went on deferred
// CHECK-NEXT:caught x
// CHECK-NEXT:caught again re-x
// CHECK-NEXT:iteration 0 0
// CHECK-NEXT:fine 1
// CHECK-NEXT:iteration 2 2
// CHECK-NEXT:new
// CHECK-NEXT:main deferred
