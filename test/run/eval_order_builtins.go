// RUN: %minigo run %s 2>&1 | FileCheck --strict-whitespace --match-full-lines %s
// Built-in functions keep their place among calls; elements of literals are evaluated as written;
// operands of ++ once.
package main

import "fmt"

func trace(n int) int { fmt.Print(n, " "); return n }

func main() {
	s := make([]int, 1)
	grow := func() int { s = append(s, 0); return len(s) }
	a, b, c := len(s), grow(), cap(s)
	fmt.Println(a, b, c >= 2, len(s)*10+grow(), max(len(s), 1)+grow()+len(s))
	x := 1.0
	change := func() float64 { x *= 2; return x }
	z, w, v := complex(x, 1), change(), real(complex(x, 0))
	fmt.Println(z, w, v)
	fmt.Println([3]int{2: trace(2), 0: trace(0), trace(1)}, []int{1: trace(5), 0: trace(4)})
	i := []complex64{1, 2i}
	i[trace(1)]++
	i[trace(0)]--
	i[trace(1)] *= 2i
	fmt.Println(i)
	var any1, any2 any = 1, fmt.Stringer(nil)
	fmt.Println(any1 == any2, any2 == nil)
	var e error
	fmt.Println(any(e) == any2, e == any2)
	index := func(k int) int { return [4]int{3, 2, 1, 0}[func() int { return k }()] }
	fmt.Println(index(1))
	for s[func() int { return trace(0) }()] = range 2 {
	}
	fmt.Println(s[0])
	array := [6]int{0, 1, 2, 3, 4, 5}
	*(*[4]int)(array[1:5]) = *(*[4]int)(array[0:4])
	*(*[3]int)(array[2:5]) = *(*[3]int)(array[3:6])
	fmt.Println(array)
}

// CHECK:1 2 true 23 11
// CHECK-NEXT:(1+1i) 2 2
// CHECK-NEXT:2 0 1 5 4 [0 1 2] [4 5]
// CHECK-NEXT:1 0 1 [(0+0i) (-4+2i)]
// CHECK-NEXT:false true
// CHECK-NEXT:true true
// CHECK-NEXT:2
// CHECK-NEXT:0 0 1
// CHECK-NEXT:[0 0 2 3 5 5]
