// RUN: %minigo run %s 2>&1 | FileCheck --strict-whitespace --match-full-lines %s
// min, max, clear, len, cap and make in their corners.
package main

import "fmt"

func arr() [3]int { fmt.Print("called "); return [3]int{} }

func main() {
	fmt.Println(min(3, 1, 2), max(1.5, 2), min("b", "a"), max(int8(3), 5))
	x := 2
	fmt.Println(min(x, 5), max(x, 1, 7), min(2.5, float64(x)))
	s := []int{1, 2, 3}
	clear(s[1:])
	fmt.Println(s)
	fmt.Println(len(arr()), cap(s[:1]), len([5]int{}), len("héllo"))
	b := make([]byte, 2, 10)
	fmt.Println(len(b), cap(b), b)
	var n uint8 = 3
	fmt.Println(len(make([]string, n)), len(make(map[int]int, 100)))
	a := [...]int{5: 1}
	fmt.Println(len(a), len(&a), cap(a[2:4]))
}

// CHECK:1 2 a 5
// CHECK-NEXT:2 7 2
// CHECK-NEXT:[1 0 0]
// CHECK-NEXT:called 3 3 5 6
// CHECK-NEXT:2 10 [0 0]
// CHECK-NEXT:3 0
// CHECK-NEXT:6 6 4
