// RUN: %minigo run %s 2>&1 | FileCheck --strict-whitespace --match-full-lines %s
// Division truncates; the most negative value over -1 is itself; remainders follow the dividend.
package main

import "fmt"

func div[T int8 | int16 | int32 | int64](a, b T) (T, T) { return a / b, a % b }

func main() {
	fmt.Println(div(int8(-128), int8(-1)))
	fmt.Println(div(int16(-32768), int16(-1)))
	fmt.Println(div(int32(-2147483648), int32(-1)))
	fmt.Println(div(int64(-9223372036854775808), int64(-1)))
	fmt.Println(div(int8(-7), int8(2)))
	fmt.Println(div(int64(7), int64(-2)))
	x := -9223372036854775808
	x /= -1
	fmt.Println(x, x%-1)
	y := int8(-128)
	y /= -1
	fmt.Println(y)
	u := uint8(7)
	fmt.Println(u/2, u%4, -7/2, -7%2, 7/-2, 7%-2)
	n := 100
	n %= 7
	fmt.Println(n, 1e3/7)
}

// CHECK:-128 0
// CHECK-NEXT:-32768 0
// CHECK-NEXT:-2147483648 0
// CHECK-NEXT:-9223372036854775808 0
// CHECK-NEXT:-3 -1
// CHECK-NEXT:-3 1
// CHECK-NEXT:-9223372036854775808 0
// CHECK-NEXT:-128
// CHECK-NEXT:3 3 -3 -1 -3 1
// CHECK-NEXT:2 142.85714285714286
