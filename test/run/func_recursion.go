// RUN: %minigo run %s 2>&1 | FileCheck --strict-whitespace --match-full-lines %s
// Deep and mutual recursion, Ackermann, hanoi.
package main

import "fmt"

func even(n int) bool { return n == 0 || odd(n-1) }
func odd(n int) bool  { return n != 0 && even(n-1) }
func ack(m, n int) int {
	switch {
	case m == 0:
		return n + 1
	case n == 0:
		return ack(m-1, 1)
	}
	return ack(m-1, ack(m, n-1))
}
func depth(n int) int {
	var pad [16]int
	pad[n%16] = n
	if n == 0 {
		return pad[0]
	}
	return depth(n-1) + pad[n%16] - n + 1
}
func hanoi(n int, from, via, to string, move func(a, b string)) {
	if n > 0 {
		hanoi(n-1, from, to, via, move)
		move(from, to)
		hanoi(n-1, via, from, to, move)
	}
}
func perms(xs []int, k int, visit func([]int)) {
	if k == len(xs) {
		visit(xs)
		return
	}
	for i := k; i < len(xs); i++ {
		xs[k], xs[i] = xs[i], xs[k]
		perms(xs, k+1, visit)
		xs[k], xs[i] = xs[i], xs[k]
	}
}

func main() {
	fmt.Println(even(10001), odd(777), ack(2, 3), depth(100000))
	moves := 0
	hanoi(10, "a", "b", "c", func(a, b string) { moves++ })
	fmt.Println(moves)
	perms([]int{1, 2, 3}, 0, func(p []int) { fmt.Print(p) })
	fmt.Println()
}

// CHECK:false true 9 100000
// CHECK-NEXT:1023
// CHECK-NEXT:[1 2 3][1 3 2][2 1 3][2 3 1][3 2 1][3 1 2]
