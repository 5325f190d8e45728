// RUN: %minigo run -O0 %s | FileCheck %s
// RUN: %minigo run %s | FileCheck %s
// What is called or ranged over is of a type parameter whose types are functions.
package main

import "fmt"

func each[S ~func(func(int) bool)](s S) int {
	sum := 0
	for x := range s {
		sum += x
		defer func() { fmt.Println("deferred", x) }()
		if x == 3 {
			return sum
		}
	}
	return -1
}

func call[F ~func(*int) *int](f F) *int {
	x := 7
	defer f(&x)
	go f(&x)
	return f(&x)
}

func wrap[F ~func(...int) []int](f F) []int                   { return f(1, 2, 3) }
func two[F ~func(int, int) int](f F, g func() (int, int)) int { return f(g()) }

type counted[F ~func(T) R, T, R any] func(counted[F, T, R]) F

// Y is a fixed point without recursion.
func Y[G ~func(F) F, F ~func(T) R, T, R any](g G) F {
	h := func(c counted[F, T, R]) F { return func(t T) R { return g(c(c))(t) } }
	return h(h)
}

func main() {
	fmt.Println(each(func(yield func(int) bool) {
		for i := range 10 {
			if !yield(i) {
				return
			}
		}
	}))
	fmt.Println(*call(func(p *int) *int { return p }))
	fmt.Println(wrap(func(x ...int) []int { return x }))
	fmt.Println(two(func(a, b int) int { return a * b }, func() (int, int) { return 6, 7 }))
	fmt.Println(Y(func(f func(int) int) func(int) int {
		return func(n int) int {
			if n == 0 {
				return 1
			}
			return n * f(n-1)
		}
	})(10))
}

// CHECK: deferred 3
// CHECK-NEXT: deferred 2
// CHECK-NEXT: deferred 1
// CHECK-NEXT: deferred 0
// CHECK-NEXT: 6
// CHECK-NEXT: 7
// CHECK-NEXT: [1 2 3]
// CHECK-NEXT: 42
// CHECK-NEXT: 3628800
