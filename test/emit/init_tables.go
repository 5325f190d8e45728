// Long lists of initial values are not optimized: they run once, and g++ would take its time.
// RUN: %minigo emit %s | FileCheck %s
// RUN: %minigo run %s | FileCheck --check-prefix=OUT %s
package main

import "fmt"

type entry struct {
	name  string
	parts []int
}

func e(name string, parts ...int) entry { return entry{name, parts} }

var table = [][]entry{
	{e("a"), e("b", 1), e("c", 1, 2), {"d", []int{1, 2, 3}}, e("a"), e("b", 1), e("c", 1, 2), {"d", []int{1, 2, 3}}},
	{e("a"), e("b", 1), e("c", 1, 2), {"d", []int{1, 2, 3}}, e("a"), e("b", 1), e("c", 1, 2), {"d", []int{1, 2, 3}}},
	{e("a"), e("b", 1), e("c", 1, 2), {"d", []int{1, 2, 3}}, e("a"), e("b", 1), e("c", 1, 2), {"d", []int{1, 2, 3}}},
	{e("a"), e("b", 1), e("c", 1, 2), {"d", []int{1, 2, 3}}, e("a"), e("b", 1), e("c", 1, 2), {"d", []int{1, 2, 3}}},
	{e("a"), e("b", 1), e("c", 1, 2), {"d", []int{1, 2, 3}}, e("a"), e("b", 1), e("c", 1, 2), {"d", []int{1, 2, 3}}},
	{e("a"), e("b", 1), e("c", 1, 2), {"d", []int{1, 2, 3}}, e("a"), e("b", 1), e("c", 1, 2), {"d", []int{1, 2, 3}}},
	{e("a"), e("b", 1), e("c", 1, 2), {"d", []int{1, 2, 3}}, e("a"), e("b", 1), e("c", 1, 2), {"d", []int{1, 2, 3}}},
	{e("a"), e("b", 1), e("c", 1, 2), {"d", []int{1, 2, 3}}, e("a"), e("b", 1), e("c", 1, 2), {"d", []int{1, 2, 3}}},
}

func main() {
	sum := 0
	for _, row := range table {
		for _, entry := range row {
			for _, part := range entry.parts {
				sum += part
			}
		}
	}
	fmt.Println(len(table), table[7][7], sum)
}

// CHECK-NOT: MG_RUN_ONCE
// CHECK: // Initializes the package's variables
// CHECK-NEXT: MG_RUN_ONCE void initPackage_() {
// OUT: 8 {d [1 2 3]} 160
