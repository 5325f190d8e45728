// RUN: %minigo run %s 2>&1 | FileCheck --strict-whitespace --match-full-lines %s
// The right side of && and || runs only if it is reached, also when it holds several calls.
package main

import "fmt"

func f(s string, v int) int { fmt.Print(s, " "); return v }

func main() {
	g := 0
	inc := func() int { g++; return g }
	for i := 0; i < 3; i++ {
		if i > 0 && f("a", i)+f("b", i) > 2 {
			fmt.Print("yes ")
		}
		if i == 0 || g+inc() > 2 {
			fmt.Print("or ")
		}
	}
	fmt.Println(g)
	i := 0
	for i < 5 && f("x", i)+f("y", i) < 6 {
		i++
	}
	fmt.Println(i)
	ok := f("p", 1) == 1 && (f("q", 2) == 0 || f("r", 3)+f("s", 4) == 7) && !(f("t", 5) == f("u", 6))
	fmt.Println(ok)
}

// CHECK:or a b a b yes or 2
// CHECK-NEXT:x y x y x y x y 3
// CHECK-NEXT:p q r s t u true
