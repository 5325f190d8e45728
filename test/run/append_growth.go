// RUN: %minigo run %s 2>&1 | FileCheck --strict-whitespace --match-full-lines %s
// Capacity grows as gc grows it.
package main

import "fmt"

type big struct{ a, b, c int64 }

// gc gives slices that do not leave their function a larger start.
var s []int
var b []byte
var g []big

func main() {
	last := -1
	for i := 0; i < 3000; i++ {
		s = append(s, i)
		if cap(s) != last {
			last = cap(s)
			fmt.Print(last, " ")
		}
	}
	fmt.Println()
	last = -1
	for i := 0; i < 5000; i++ {
		b = append(b, byte(i))
		if cap(b) != last {
			last = cap(b)
			fmt.Print(last, " ")
		}
	}
	fmt.Println()
	for i := 0; i < 20; i++ {
		g = append(g, big{a: int64(i)})
	}
	fmt.Println(cap(g), g[19])
	t := append([]int{1}, 2, 3, 4, 5)
	fmt.Println(len(t), cap(t))
	t = append(t, t...)
	fmt.Println(t, cap(t))
	u := append([]string{"a"}, []string{}...)
	fmt.Println(len(u), cap(u))
	v := append([]byte("ab"), "cde"...)
	fmt.Println(string(v))
}

// CHECK:1 2 4 8 16 32 64 128 256 512 848 1280 1792 2560 3408 
// CHECK-NEXT:8 16 32 64 128 256 512 896 1408 2048 3072 4096 5376 
// CHECK-NEXT:32 {19 0 0}
// CHECK-NEXT:5 6
// CHECK-NEXT:[1 2 3 4 5 1 2 3 4 5] 12
// CHECK-NEXT:1 1
// CHECK-NEXT:abcde
