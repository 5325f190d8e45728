// RUN: %minigo run -O0 %s | FileCheck %s --match-full-lines
// RUN: %minigo run %s | FileCheck %s --match-full-lines
// Literals whose type is left out, or a type parameter: order of evaluation, elided &T.
package main

import "fmt"

type T struct {
	A, B int
	M    map[string]int
}

func f(s string) int { fmt.Println(s); return len(s) }

type ids interface {
	~map[string]int | ~map[string]string
}

func lit[M ~map[string]V, V any](v func(string) V) M { return M{"x": v("a"), "y": v("bb")} }
func st[S ~struct{ A, B int }](v func(string) int) S { return S{B: v("b"), A: v("aa")} }
func sl[S ~[]int](v func(string) int) S              { return S{3: v("c"), 1: v("dd")} }

func main() {
	fmt.Println([]*T{{B: f("b"), A: f("aa")}}[0].A)
	fmt.Println(map[string]*T{"k": {B: f("b"), A: f("aa")}}["k"].B)
	fmt.Println(lit[map[string]int](f))
	fmt.Println(st[struct{ A, B int }](f))
	fmt.Println(sl[[]int](f))
	fmt.Println([]map[string]int{{"p": f("p"), "q": f("qq")}, {"r": f("rrr")}})
	fmt.Println(map[string][]T{"z": {{A: f("1")}, 2: {A: f("22")}}})
}

func mixed[A ~[2]int | ~[3]int](a A) (int, func() int) {
	b := a
	get := func() int { return b[0] }
	b[0] = 7
	a[1]++
	return a[1], get
}

func init() {
	n, get := mixed([3]int{1, 2, 3})
	fmt.Println(n, get())
	fmt.Println(len([]*map[int]int{{f("k"): f("v1"), f("kk"): f("v")}}), []*[3]int{{2: f("2"), 0: f("0")}}[0][0])
}

// CHECK: 3 7
// CHECK-NEXT: k
// CHECK-NEXT: v1
// CHECK-NEXT: kk
// CHECK-NEXT: v
// CHECK-NEXT: 2
// CHECK-NEXT: 0
// CHECK-NEXT: 1 1
// CHECK-NEXT: b
// CHECK-NEXT: aa
// CHECK-NEXT: 2
// CHECK-NEXT: b
// CHECK-NEXT: aa
// CHECK-NEXT: 1
// CHECK-NEXT: a
// CHECK-NEXT: bb
// CHECK-NEXT: map[x:1 y:2]
// CHECK-NEXT: b
// CHECK-NEXT: aa
// CHECK-NEXT: {2 1}
// CHECK-NEXT: c
// CHECK-NEXT: dd
// CHECK-NEXT: [0 2 0 1]
// CHECK-NEXT: p
// CHECK-NEXT: qq
// CHECK-NEXT: rrr
// CHECK-NEXT: [map[p:1 q:2] map[r:3]]
// CHECK-NEXT: 1
// CHECK-NEXT: 22
// CHECK-NEXT: map[z:[{1 0 map[]} {0 0 map[]} {2 0 map[]}]]
