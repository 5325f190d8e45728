// RUN: %minigo run %s 2>&1 | FileCheck --strict-whitespace --match-full-lines %s
// Integers wrap at each width, also through op= and ++.
package main

import "fmt"

func main() {
	var i8 int8 = 127
	i8++
	fmt.Println(i8)
	i8 = -128
	i8--
	fmt.Println(i8, -i8, i8*i8, i8+i8)
	var u8 uint8 = 200
	u8 += 100
	fmt.Println(u8, u8-45, u8*u8, ^u8, -u8)
	var i16 int16 = 32767
	fmt.Println(i16+1, i16*2, -i16-2)
	var u16 uint16 = 65535
	fmt.Println(u16+1, u16*u16, ^u16)
	var i32 int32 = 2147483647
	fmt.Println(i32+1, i32*i32, -i32-2)
	var u32 uint32 = 4294967295
	fmt.Println(u32+1, u32*u32, u32+4294967295, -u32)
	var i64 int64 = 9223372036854775807
	fmt.Println(i64+1, i64*3, -i64-2)
	var u64 uint64 = 18446744073709551615
	fmt.Println(u64+1, u64*u64, u64 == 18446744073709551615)
	a, b := int8(100), int8(100)
	if a+b < 0 {
		fmt.Println("wrapped")
	}
	c := uint8(250)
	d := c + 10
	fmt.Println(int(c+10), int(c)+10, d, (c+10)/2, uint16(c)+10)
}

// CHECK:-128
// CHECK-NEXT:127 -127 1 -2
// CHECK-NEXT:44 255 144 211 212
// CHECK-NEXT:-32768 -2 32767
// CHECK-NEXT:0 1 0
// CHECK-NEXT:-2147483648 1 2147483647
// CHECK-NEXT:0 1 4294967294 1
// CHECK-NEXT:-9223372036854775808 9223372036854775805 9223372036854775807
// CHECK-NEXT:0 1 true
// CHECK-NEXT:wrapped
// CHECK-NEXT:4 260 4 2 260
