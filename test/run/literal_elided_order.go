// RUN: %minigo run -O0 %s | FileCheck %s --match-full-lines
// RUN: %minigo run %s | FileCheck %s --match-full-lines
// What literals with elided types evaluate keeps its turn among the operands of a call.
package main

import "fmt"

func f(s string) int { fmt.Println(s); return len(s) }

func main() {
	fmt.Println("A", len([]*map[int]int{{f("k"): f("v1"), f("kk"): f("v")}}), []*[3]int{{2: f("2"), 0: f("0")}}[0][0])
	fmt.Println("B", len([]map[int]int{{f("k"): f("v1")}}), [][3]int{{2: f("2"), 0: f("0")}}[0][0])
	fmt.Println("C", len([]int{f("k")}), [][3]int{{2: f("2"), 0: f("0")}}[0][0])
	fmt.Println("D", []int{f("k")}[0], [3]int{2: f("2"), 0: f("0")}[0])
	fmt.Println("E", map[int]*int{f("k"): nil}, [3]int{2: f("2"), 0: f("0")}[0])
	fmt.Println("F", []*map[int]int{{f("k"): f("v1")}}[0] != nil, f("z"))
}

// CHECK: k
// CHECK-NEXT: v1
// CHECK-NEXT: kk
// CHECK-NEXT: v
// CHECK-NEXT: 2
// CHECK-NEXT: 0
// CHECK-NEXT: A 1 1
// CHECK-NEXT: k
// CHECK-NEXT: v1
// CHECK-NEXT: 2
// CHECK-NEXT: 0
// CHECK-NEXT: B 1 1
// CHECK-NEXT: k
// CHECK-NEXT: 2
// CHECK-NEXT: 0
// CHECK-NEXT: C 1 1
// CHECK-NEXT: k
// CHECK-NEXT: 2
// CHECK-NEXT: 0
// CHECK-NEXT: D 1 1
// CHECK-NEXT: k
// CHECK-NEXT: 2
// CHECK-NEXT: 0
// CHECK-NEXT: E map[1:<nil>] 1
// CHECK-NEXT: k
// CHECK-NEXT: v1
// CHECK-NEXT: z
// CHECK-NEXT: F true 1
