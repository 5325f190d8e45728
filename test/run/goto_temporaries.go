// RUN: %minigo run %s | FileCheck %s --match-full-lines
// A goto may pass statements that need temporaries in C++, also those that have a label themselves.
package main

import "fmt"

func three(n int) (int, string, []int) { return n + 1, fmt.Sprint(n), []int{n} }

func walk(n int) (s string, err error) {
	var l []int
	m := map[string]int{}
	if n > 2 {
		goto second
	}
	if n > 1 {
		goto third
	}
first:
	n, s, l = three(n)
	if n > 6 {
		goto end
	}
second:
	n, _, l = three(n)
third:
	m[fmt.Sprint(n)], s = len(l), s+"."
	for i, x := range l {
		s += fmt.Sprint(i, x, m)
	}
	if n < 5 {
		goto first
	}
	if s == "" {
		goto end
	}
	defer func(a, b string) { s += a + b }(fmt.Sprint(n), fmt.Sprint(m[s]))
swap:
	switch a, b := n, len(s); {
	case a < b:
		n, s = n+len(s), s[1:]
		goto swap
	}
end:
	_, err = fmt.Sscan(s, &n)
	return s, err
}

func main() {
	for n := range 8 {
		fmt.Println(walk(n))
	}
}
// CHECK: .0 5 map[2:1 4:1 6:1]60 expected integer
// CHECK-NEXT: .0 4 map[3:1 5:1]50 expected integer
// CHECK-NEXT: .0 5 map[2:0 4:1 6:1]60 expected integer
// CHECK-NEXT: .0 5 map[4:1 6:1]60 expected integer
// CHECK-NEXT: 0 4 map[5:1]50 <nil>
// CHECK-NEXT: 0 5 map[6:1]60 <nil>
// CHECK-NEXT: 0 6 map[7:1]70 <nil>
// CHECK-NEXT: 0 7 map[8:1]80 <nil>
