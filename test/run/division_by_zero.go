// RUN: %minigo run %s 2>&1 | FileCheck --strict-whitespace --match-full-lines %s
// A zero divisor panics, in every form; floats give infinities.
package main

import "fmt"

func try(name string, f func() int) {
	defer func() {
		if e := recover(); e != nil {
			fmt.Println(name, e)
		}
	}()
	fmt.Println(name, f())
}

func main() {
	zero := 0
	z8 := uint8(0)
	try("div", func() int { return 1 / zero })
	try("rem", func() int { return 1 % zero })
	try("op", func() int { x := 5; x /= zero; return x })
	try("narrow", func() int { return int(7 / z8) })
	f := 0.0
	fmt.Println(1/f, -1/f, f/f)
}

// CHECK:div runtime error: integer divide by zero
// CHECK-NEXT:rem runtime error: integer divide by zero
// CHECK-NEXT:op runtime error: integer divide by zero
// CHECK-NEXT:narrow runtime error: integer divide by zero
// CHECK-NEXT:+Inf -Inf NaN
