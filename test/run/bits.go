// RUN: %minigo run %s 2>&1 | FileCheck --strict-whitespace --match-full-lines %s
// Bitwise operators, and-not, on narrow and wide types.
package main

import "fmt"

func main() {
	a, b := uint8(0b11001100), uint8(0b10101010)
	fmt.Println(a&b, a|b, a^b, a&^b, ^a)
	c, d := int8(-52), int8(0x2a)
	fmt.Println(c&d, c|d, c^d, c&^d, ^c)
	x := 0xff00
	x &^= 0x0f00
	fmt.Println(x)
	x ^= -1
	fmt.Println(x, x&1 == 0, x&0xf)
	var u uint32 = 0xdeadbeef
	u |= 0xf0000000
	fmt.Printf("%x %x\n", u, u&^0xffff)
	a &^= b
	fmt.Println(a)
}

// CHECK:136 238 102 68 51
// CHECK-NEXT:8 -18 -26 -60 51
// CHECK-NEXT:61440
// CHECK-NEXT:-61441 false 15
// CHECK-NEXT:feadbeef fead0000
// CHECK-NEXT:68
