// RUN: %minigo run %s 2>&1 | FileCheck --strict-whitespace --match-full-lines %s
// Loop variables are new in each iteration.
package main

import "fmt"

func main() {
	var fs []func() int
	for i := 0; i < 3; i++ {
		fs = append(fs, func() int { return i })
	}
	for i := 0; i < 3; i++ {
		fs = append(fs, func() int { i += 10; return i })
	}
	for i, s := range []string{"a", "b"} {
		fs = append(fs, func() int { return i*100 + len(s) })
	}
	for i := range 2 {
		fs = append(fs, func() int { i++; return i })
	}
	for _, f := range fs {
		fmt.Print(f(), " ", f(), " ")
	}
	fmt.Println()
	var ps []*int
	for i := 0; i < 5; i++ {
		if i == 1 {
			continue
		}
		ps = append(ps, &i)
		if i == 2 {
			i++
		}
	}
	for _, p := range ps {
		fmt.Print(*p, " ")
	}
	fmt.Println()
	for i, j := 0, 10; i < j; i, j = i+1, j-2 {
		f := func() { j-- }
		f()
		fmt.Print(i, ",", j, " ")
	}
	fmt.Println()
	var gs []func()
	for i := 0; func() bool { gs = append(gs, func() { fmt.Print(i, ";") }); return i < 2 }(); i++ {
		i := i
		gs = append(gs, func() { i *= 2; fmt.Print(i, ";") })
	}
	for _, g := range gs {
		g()
	}
	fmt.Println()
}

// CHECK:0 0 1 1 2 2 10 20 11 21 12 22 1 1 101 101 1 2 2 3 
// CHECK-NEXT:0 3 4 
// CHECK-NEXT:0,9 1,6 2,3 
// CHECK-NEXT:0;0;1;2;2;
