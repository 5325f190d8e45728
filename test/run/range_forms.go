// RUN: %minigo run %s 2>&1 | FileCheck --strict-whitespace --match-full-lines %s
// The range expression is evaluated once; lengths are fixed at the start.
package main

import "fmt"

func get() []int { fmt.Print("get "); return []int{1, 2, 3} }

type tree struct {
	kids []*tree
	v    int
}

func main() {
	for i, x := range get() {
		fmt.Print(i, x, " ")
	}
	fmt.Println()
	s := []int{1, 2, 3}
	for i, x := range s {
		s = append(s, x*10)
		if i == 0 {
			s[1] = 50
		}
		fmt.Print(x, " ")
	}
	fmt.Println(s)
	t := []int{1, 2, 3}
	for i, x := range t {
		t[2] = 99
		t = nil
		fmt.Print(i, x, " ")
		break
	}
	u := []int{1, 2, 3}
	for i := range u {
		u = u[:1]
		fmt.Print(i, " ")
	}
	fmt.Println(len(u), t == nil)
	var a [3]string
	for i := range a {
		a[i] = fmt.Sprint("s", i)
	}
	for _, v := range a {
		a[2] = "changed"
		fmt.Print(v, " ")
	}
	fmt.Println(a)
	var np *[5]int
	for i := range np {
		fmt.Print(i)
	}
	fmt.Println(len(np))
	var x struct{ i, v int }
	for x.i, x.v = range []int{7, 8} {
	}
	fmt.Println(x)
	root := &tree{v: 1, kids: []*tree{{v: 2}, {v: 3, kids: []*tree{{v: 4}}}}}
	var sum func(*tree) int
	sum = func(t *tree) int {
		n := t.v
		for _, k := range t.kids {
			n += sum(k)
		}
		return n
	}
	fmt.Println(sum(root))
	for _, row := range [][]int{{1}, {2, 3}, nil} {
		for range row {
			fmt.Print("*")
		}
	}
	fmt.Println()
	arr := [2]int{1, 2}
	for i, v := range arr {
		v += i
		arr[1] = 10
		fmt.Print(v, " ")
	}
	fmt.Println()
}

// CHECK:get 0 1 1 2 2 3 
// CHECK-NEXT:1 2 3 [1 50 3 10 20 30]
// CHECK-NEXT:0 1 0 1 2 1 true
// CHECK-NEXT:s0 s1 s2 [s0 s1 changed]
// CHECK-NEXT:012345
// CHECK-NEXT:{1 8}
// CHECK-NEXT:10
// CHECK-NEXT:***
// CHECK-NEXT:1 3 
