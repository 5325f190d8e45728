// RUN: %minigo run %s 2>&1 | FileCheck --strict-whitespace --match-full-lines %s
// Shadowed names in nested scopes, loops and literals.
package main

import "fmt"

var x = "package"

func f(x int) (y int) {
	y = x
	{
		x := "inner"
		fmt.Println(x, y)
		for x := 0; x < 2; x++ {
			x := x * 10
			y += x
		}
		if x := len(x); x > 3 {
			y := x
			fmt.Println(y)
		} else if y := 1; y > 0 {
			fmt.Println(y, x)
		}
	}
	return
}

func main() {
	fmt.Println(x)
	x := x + "!"
	fmt.Println(x)
	func() {
		x := x + "?"
		fmt.Println(x)
		x = "lost"
	}()
	fmt.Println(x, f(5))
	int := func(v float64) string { return fmt.Sprint("int", v) }
	fmt.Println(int(1.5))
	len := 3
	fmt.Println(len)
	type string struct{ a bool }
	fmt.Println(string{true})
	switch x := 5; x {
	case 5:
		x := "five"
		fmt.Println(x)
	}
	println := func(a ...any) { fmt.Println(a...) }
	{
		fmt, y := "fmt", 2
		println(fmt, y)
	}
	class, register, auto := 1, 2, 3
	namespace := class + register + auto
	_ = namespace
}

// CHECK:package
// CHECK-NEXT:package!
// CHECK-NEXT:package!?
// CHECK-NEXT:inner 5
// CHECK-NEXT:5
// CHECK-NEXT:package! 15
// CHECK-NEXT:int1.5
// CHECK-NEXT:3
// CHECK-NEXT:{true}
// CHECK-NEXT:five
// CHECK-NEXT:fmt 2
