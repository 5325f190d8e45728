// RUN: %minigo run %s 2>&1 | FileCheck --strict-whitespace --match-full-lines %s
// Names that C++ reserves, and names like those that minigo makes.
package main

import "fmt"

type class struct{ new, delete, this int }

func (c class) operator(template int) int     { return c.new + template }
func register(auto, union int) (typename int) { typename = auto + union; return }
func printf(stdin int) int                    { return stdin }

var errno, assert, major = 1, 2, 3

type std struct{ mg int }
type Int int

func go_(n_ int) int { return n_ }
func main_() string  { return "main_" }

func main() {
	c := class{1, 2, 3}
	fmt.Println(c.operator(4), register(5, 6), printf(7), errno+assert+major, c.this)
	int_, char, signed, n_, i_ := 1, 2, 3, 4, 5
	fmt.Println(int_+char+signed, n_, i_, std{8}.mg, Int(3), go_(1), main_())
	NULL, EOF, nullptr, mg, xor, and := 1, 2, 3, 4, 5, 6
	fmt.Println(NULL, EOF, nullptr, mg, xor, and)
	for static, mutable := range []int{1} {
		fmt.Println(static, mutable)
	}
	ünïcode, 世界 := 1, 2
	fmt.Println(ünïcode + 世界)
}

// CHECK:5 11 7 6 3
// CHECK-NEXT:6 4 5 8 3 1 main_
// CHECK-NEXT:1 2 3 4 5 6
// CHECK-NEXT:0 1
// CHECK-NEXT:3
