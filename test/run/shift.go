// RUN: %minigo run %s 2>&1 | FileCheck --strict-whitespace --match-full-lines %s
// Counts at and beyond the width, signed and unsigned, of every type.
package main

import "fmt"

func main() {
	for _, n := range []uint{0, 1, 7, 8, 31, 32, 63, 64, 65, 1000} {
		i8, u8, i32, u32 := int8(-128), uint8(255), int32(-2), uint32(4294967295)
		i64, u64 := int64(-3), uint64(3)
		fmt.Println(n, i8>>n, i8<<n, u8>>n, u8<<n, i32>>n, i32<<n, u32>>n, u32<<n, i64>>n, i64<<n, u64>>n, u64<<n)
	}
	var s uint8 = 200
	fmt.Println(1<<s == 0, -1>>s)
	x := int16(1)
	x <<= 15
	fmt.Println(x)
	x >>= 20
	fmt.Println(x)
	y := uint8(3)
	y <<= s
	fmt.Println(y)
	const big = 1 << 100
	fmt.Println(big >> 98)
	var w int64 = 1 << 3
	k := 3
	var f float64 = float64(int(1) << k)
	fmt.Println(w<<k, f, uint8(1)<<k|1)
}

// CHECK:0 -128 -128 255 255 -2 -2 4294967295 4294967295 -3 -3 3 3
// CHECK-NEXT:1 -64 0 127 254 -1 -4 2147483647 4294967294 -2 -6 1 6
// CHECK-NEXT:7 -1 0 1 128 -1 -256 33554431 4294967168 -1 -384 0 384
// CHECK-NEXT:8 -1 0 0 0 -1 -512 16777215 4294967040 -1 -768 0 768
// CHECK-NEXT:31 -1 0 0 0 -1 0 1 2147483648 -1 -6442450944 0 6442450944
// CHECK-NEXT:32 -1 0 0 0 -1 0 0 0 -1 -12884901888 0 12884901888
// CHECK-NEXT:63 -1 0 0 0 -1 0 0 0 -1 -9223372036854775808 0 9223372036854775808
// CHECK-NEXT:64 -1 0 0 0 -1 0 0 0 -1 0 0 0
// CHECK-NEXT:65 -1 0 0 0 -1 0 0 0 -1 0 0 0
// CHECK-NEXT:1000 -1 0 0 0 -1 0 0 0 -1 0 0 0
// CHECK-NEXT:true -1
// CHECK-NEXT:-32768
// CHECK-NEXT:-1
// CHECK-NEXT:0
// CHECK-NEXT:4
// CHECK-NEXT:64 8 9
