// RUN: %minigo run %s 2>&1 | FileCheck --strict-whitespace --match-full-lines %s
// Nested literals: all calls come first, in order, then what may panic.
package main

import "fmt"

type point struct{ x, y int }

func call(n int) int { fmt.Print("call ", n, " "); return n }

func try(f func() any) {
	defer func() { fmt.Println(recover()) }()
	fmt.Println(f())
}

func main() {
	var none *point
	try(func() any {
		return [3][2]int{{none.x, 1}, {call(1) + 1, call(2)}, {none.y, call(3)}}
	})
	try(func() any { return []point{{none.x, call(4)}, {y: call(5)}} })
	try(func() any {
		return [3]map[int]int{{1: none.x}, {call(6): call(7)}, {2: none.y}}
	})
	try(func() any { return fmt.Sprint(map[int]int{1: call(8)}, call(9), map[int]int{2: none.x}) })
	p, i := &point{1, 2}, 7
	set := func(n int) int { p.x, i = n, n; return n }
	fmt.Println([]point{{p.x, i}, {set(10), p.x}, {i, set(20) + i}})
	fmt.Println(map[int][]int{p.x: {i, set(30)}, i: {set(40), p.x}})
}

// CHECK:call 1 call 2 call 3 runtime error: invalid memory address or nil pointer dereference
// CHECK-NEXT:call 4 call 5 runtime error: invalid memory address or nil pointer dereference
// CHECK-NEXT:runtime error: invalid memory address or nil pointer dereference
// CHECK-NEXT:call 8 call 9 runtime error: invalid memory address or nil pointer dereference
// CHECK-NEXT:[{20 20} {10 20} {20 40}]
// CHECK-NEXT:map[30:[30 30] 40:[40 40]]
