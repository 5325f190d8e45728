// RUN: %minigo run %s 2>&1 | FileCheck --strict-whitespace --match-full-lines %s
// Closures share the variables they capture.
package main

import "fmt"

func counter() (func() int, func()) {
	n := 0
	return func() int { n++; return n }, func() { n = 100 }
}

func compose(fs ...func(int) int) func(int) int {
	return func(x int) int {
		for _, f := range fs {
			x = f(x)
		}
		return x
	}
}

func fib() func() int {
	a, b := 0, 1
	return func() int {
		defer func() { a, b = b, a+b }()
		return a
	}
}

func main() {
	next, reset := counter()
	fmt.Println(next(), next())
	reset()
	fmt.Println(next())
	other, _ := counter()
	fmt.Println(other(), next())
	k := 3
	f := compose(func(x int) int { return x + k }, func(x int) int { return x * k })
	fmt.Println(f(1))
	k = 10
	fmt.Println(f(1))
	g := fib()
	for i := 0; i < 10; i++ {
		fmt.Print(g(), " ")
	}
	fmt.Println()
	var fact func(int) int
	fact = func(n int) int {
		if n < 2 {
			return 1
		}
		return n * fact(n-1)
	}
	fmt.Println(fact(10))
	x := 1
	func() { x++; func() { x *= 10 }() }()
	fmt.Println(x)
	add := func(a int) func(int) func(int) int {
		return func(b int) func(int) int { return func(c int) int { a++; return a + b + c } }
	}
	h := add(1)(2)
	fmt.Println(h(3), h(3))
}

// CHECK:1 2
// CHECK-NEXT:101
// CHECK-NEXT:1 102
// CHECK-NEXT:12
// CHECK-NEXT:110
// CHECK-NEXT:0 1 1 2 3 5 8 13 21 34 
// CHECK-NEXT:3628800
// CHECK-NEXT:20
// CHECK-NEXT:7 8
