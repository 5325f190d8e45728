// RUN: %minigo run %s 2>&1 | FileCheck --strict-whitespace --match-full-lines %s
// Slices share memory; append writes into spare capacity.
package main

import "fmt"

func main() {
	a := []int{1, 2, 3, 4, 5}
	b := a[1:3]
	b[0] = 20
	fmt.Println(a, b, len(b), cap(b))
	b = append(b, 30)
	fmt.Println(a, b)
	c := a[1:3:3]
	c = append(c, 99)
	fmt.Println(a, c, cap(a[1:3:3]))
	c[0] = -1
	fmt.Println(a)
	d := a[:0]
	for _, x := range a {
		if x%2 == 0 {
			d = append(d, x)
		}
	}
	fmt.Println(a, d)
	e := b[:cap(b)]
	fmt.Println(e)
	var nilSlice []int
	fmt.Println(nilSlice == nil, len(nilSlice), nilSlice[:0] == nil, []int{} == nil)
	fmt.Println(append([]int(nil), nilSlice...) == nil, append(nilSlice, 1))
}

// CHECK:[1 20 3 4 5] [20 3] 2 4
// CHECK-NEXT:[1 20 3 30 5] [20 3 30]
// CHECK-NEXT:[1 20 3 30 5] [20 3 99] 2
// CHECK-NEXT:[1 20 3 30 5]
// CHECK-NEXT:[20 30 3 30 5] [20 30]
// CHECK-NEXT:[30 3 30 5]
// CHECK-NEXT:true 0 true false
// CHECK-NEXT:true [1]
