// RUN: %minigo run %s 2>&1 | FileCheck --strict-whitespace --match-full-lines %s
// Arrays are values: assignment, arguments, results, range and comparison copy.
package main

import "fmt"

func change(a [3]int) [3]int {
	a[0] = 100
	return a
}

func main() {
	a := [3]int{1, 2, 3}
	b := a
	b[1] = 20
	fmt.Println(a, b, a == b, a == [3]int{1, 2, 3}, change(a), a)
	for i, x := range a {
		a[2] = 30
		fmt.Print(i, x, " ")
	}
	fmt.Println(a)
	for i, x := range &a {
		a[2] = 300
		fmt.Print(i, x, " ")
	}
	fmt.Println()
	m := [2][2]int{{1, 2}, {3, 4}}
	n := m
	n[1][0] = 9
	row := m[0]
	row[0] = 7
	fmt.Println(m, n, row)
	p := &m[1]
	p[1] = 44
	fmt.Println(m, len(m), len(p))
	c := [...]string{2: "c", 0: "a"}
	fmt.Printf("%q %d\n", c, len(c))
	s := [][2]int{{1, 2}}
	e := s[0]
	e[0] = 5
	fmt.Println(s, e)
	var z [0]int
	fmt.Println(len(z), z)
}

// CHECK:[1 2 3] [1 20 3] false true [100 2 3] [1 2 3]
// CHECK-NEXT:0 1 1 2 2 3 [1 2 30]
// CHECK-NEXT:0 1 1 2 2 300 
// CHECK-NEXT{LITERAL}:[[1 2] [3 4]] [[1 2] [9 4]] [7 2]
// CHECK-NEXT{LITERAL}:[[1 2] [3 44]] 2 2
// CHECK-NEXT:["a" "" "c"] 3
// CHECK-NEXT{LITERAL}:[[1 2]] [5 2]
// CHECK-NEXT:0 []
