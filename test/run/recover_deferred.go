// RUN: %minigo run %s 2>&1 | FileCheck --strict-whitespace --match-full-lines %s
// A deferred call of recover itself recovers where the function that deferred it may, when that
// returns, but not when it panics.
package main

import "fmt"

func must(want any) {
	if got := recover(); got != want {
		fmt.Println("recovered", got, "not", want)
	}
}

func direct() {
	defer must(1)
	defer recover()
	panic(1)
}

func inDeferred() {
	defer must(nil)
	defer func() {
		defer recover()
		fmt.Println("deferred")
	}()
	panic(2)
}

func afterInner() {
	defer must(nil)
	defer func() {
		defer recover()
		defer must(4)
		panic(4)
	}()
	panic(3)
}

func beforeInner() {
	defer must(5)
	defer func() {
		defer must(6)
		defer recover()
		panic(6)
	}()
	panic(5)
}

func helper() { defer recover() }

func deferredFunction() {
	defer must(nil)
	defer helper()
	panic(7)
}

func inLoop() {
	defer must(nil)
	defer func() {
		for range 2 {
			defer recover()
		}
	}()
	panic(8)
}

func main() {
	direct()
	inDeferred()
	afterInner()
	beforeInner()
	deferredFunction()
	inLoop()
	func() {
		defer fmt.Println("last")
		defer recover()
	}()
	fmt.Println("end")
}

// CHECK:deferred
// CHECK-NEXT:last
// CHECK-NEXT:end
