// RUN: %minigo run -O0 %s | FileCheck %s --match-full-lines
// RUN: %minigo run %s | FileCheck %s --match-full-lines
// Loops whose slices or counters change, are missing or out of range.
package main

import "fmt"

func try(name string, f func()) {
	defer func() { fmt.Println(name, recover()) }()
	f()
}

type T struct {
	a []int
	b [][]float64
}

func main() {
	s := []int{1, 2, 3, 4, 5}
	try("assigned", func() {
		for i := 0; i < len(s); i++ {
			if s[i] == 3 {
				i = 7
				_ = s[i]
			}
		}
	})
	try("plus", func() {
		n := 3
		for i := 0; i < n; i++ {
			n++
			s[i] = n
		}
	})
	t := &T{a: []int{1, 2, 3}, b: [][]float64{{1, 2}, {3}, nil}}
	try("field", func() {
		sum := 0
		for i := 0; i < 4; i++ {
			sum += t.a[i]
			t.a[2] = 10
		}
		fmt.Println(sum)
	})
	try("rows", func() {
		for i := 0; i < 3; i++ {
			for j := 0; j < 2; j++ {
				t.b[i][j] *= 2
			}
		}
	})
	fmt.Println(t.b)
	try("nil", func() {
		var t *T
		for i := 0; i < 0; i++ {
			fmt.Println(t.a[i])
		}
		for i := 0; i < 2; i++ {
			s[i] = 1
			s[i] += t.a[i]
		}
	})
	fmt.Println(s)
	try("negative", func() {
		for i := -1; i < 3; i++ {
			s[i] = 9
		}
	})
	try("reslice", func() {
		p := s
		for i := 0; i < len(p); i++ {
			p[0]++
			p = p[1:]
			p[i]++
		}
		fmt.Println(p)
	})
	fmt.Println(s)
	try("address", func() {
		q := &t.a
		for i := 0; i < 3; i++ {
			t.a[i]++
			if i == 1 {
				*q = nil
			}
		}
	})
	var g [][]int
	try("grown", func() {
		for i := 0; i < 3; i++ {
			g = append(g, nil)
			for j := 0; j < 3; j++ {
				g[i] = append(g[i], i*j)
			}
		}
	})
	fmt.Println(g)
	try("uint", func() {
		for i := uint8(250); i < 255; i++ {
			s[i-250]++
		}
	})
	try("big", func() {
		for i := 1<<62 - 1; i < 1<<62+2; i++ {
			s[i-(1<<62-1)]++
		}
	})
	try("break", func() {
		for i := 0; i < 100; i++ {
			if i == len(s) {
				break
			}
			s[i] = i
		}
		for i := range 10 {
			if i > 4 {
				continue
			}
			s[i] *= 2
		}
	})
	fmt.Println(s)
}

// CHECK: assigned runtime error: index out of range [7] with length 5
// CHECK-NEXT: plus runtime error: index out of range [5] with length 5
// CHECK-NEXT: field runtime error: index out of range [3] with length 3
// CHECK-NEXT: rows runtime error: index out of range [1] with length 1
// CHECK-NEXT: {{\[\[}}2 4] [6] []]
// CHECK-NEXT: nil runtime error: invalid memory address or nil pointer dereference
// CHECK-NEXT: [1 5 6 7 8]
// CHECK-NEXT: negative runtime error: index out of range [-1]
// CHECK-NEXT: reslice runtime error: index out of range [2] with length 2
// CHECK-NEXT: [2 7 7 8 8]
// CHECK-NEXT: address runtime error: index out of range [2] with length 0
// CHECK-NEXT: grown <nil>
// CHECK-NEXT: {{\[\[}}0 0 0] [0 1 2] [0 2 4]]
// CHECK-NEXT: uint <nil>
// CHECK-NEXT: big <nil>
// CHECK-NEXT: break <nil>
// CHECK-NEXT: [0 2 4 6 8]
