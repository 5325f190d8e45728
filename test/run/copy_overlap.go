// RUN: %minigo run %s 2>&1 | FileCheck --strict-whitespace --match-full-lines %s
// copy moves as if through a buffer, in both directions.
package main

import "fmt"

func main() {
	a := []int{1, 2, 3, 4, 5}
	fmt.Println(copy(a[1:], a), a)
	b := []int{1, 2, 3, 4, 5}
	fmt.Println(copy(b, b[2:]), b)
	c := make([]byte, 3)
	n := copy(c, "hello")
	fmt.Println(n, string(c))
	fmt.Println(copy(c, []byte(nil)), copy([]byte(nil), c))
	var arr [4]int
	copy(arr[1:3], []int{7, 8, 9})
	fmt.Println(arr)
}

// CHECK:4 [1 1 2 3 4]
// CHECK-NEXT:3 [3 4 5 4 5]
// CHECK-NEXT:3 hel
// CHECK-NEXT:0 0
// CHECK-NEXT:[0 7 8 0]
