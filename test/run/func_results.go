// RUN: %minigo run %s 2>&1 | FileCheck --strict-whitespace --match-full-lines %s
// Multiple results, passed on, blank and variadic.
package main

import "fmt"

func divmod(a, b int) (q, r int)  { return a / b, a % b }
func swap[T any](a, b T) (T, T)   { return b, a }
func three() (int, string, error) { return 1, "two", nil }
func pass() (int, int)            { return divmod(17, 5) }
func sum(xs ...int) (n int) {
	for _, x := range xs {
		n += x
	}
	return
}
func prefix(p string, xs ...string) []string {
	for i := range xs {
		xs[i] = p + xs[i]
	}
	return xs
}
func all(args ...any) int { return len(args) }

func main() {
	q, r := divmod(17, 5)
	fmt.Println(q, r)
	_, r = divmod(9, 4)
	q, _ = pass()
	fmt.Println(q, r)
	fmt.Println(pass())
	a, b := swap("x", "y")
	fmt.Println(a, b)
	n, s, err := three()
	fmt.Println(n, s, err)
	fmt.Println(sum(), sum(1), sum(1, 2, 3), sum([]int{4, 5}...), sum(divmod(17, 5)))
	xs := []string{"a", "b"}
	fmt.Println(prefix("-", xs...), xs, prefix("x"), len(prefix("x")))
	fmt.Println(all(), all(nil), all(nil, nil), all([]any{1, 2}...), all([]int{1, 2}))
	var m map[string]int
	v, ok := m["x"]
	fmt.Println(v, ok)
	func() (int, int) { return 1, 2 }()
	var x, y = divmod(7, 2)
	var z any
	z, ok = x+y, true
	fmt.Println(z, ok)
	q, t := 5, q
	fmt.Println(q, t)
}

// CHECK:3 2
// CHECK-NEXT:3 1
// CHECK-NEXT:3 2
// CHECK-NEXT:y x
// CHECK-NEXT:1 two <nil>
// CHECK-NEXT:0 1 6 9 5
// CHECK-NEXT:[-a -b] [-a -b] [] 0
// CHECK-NEXT:0 1 2 2 1
// CHECK-NEXT:0 false
// CHECK-NEXT:4 true
// CHECK-NEXT:5 3
