// RUN: %minigo run %s 2>&1 | FileCheck --strict-whitespace --match-full-lines %s
// Numeric conversions truncate, extend and round as gc does on amd64.
package main

import "fmt"

func main() {
	for _, f := range []float64{0, 1.9, -1.9, 127.5, 128, 255.9, 256, -129, 1e9, 3e9, -3e9, 1e18} {
		fmt.Println(f, int(f), int64(f), int32(int64(f)), int8(int64(f)), uint8(int64(f)), uint32(int64(f)))
	}
	i := 1<<40 + 300
	fmt.Println(int8(i), uint8(i), int16(i), uint16(i), int32(i), uint32(i))
	n := -1
	fmt.Println(uint8(n), uint16(n), uint32(n), uint64(n), uint(n))
	u := uint8(200)
	fmt.Println(int8(u), int(u), int(int8(u)), uint32(int8(u)))
	m := uint64(1<<63 + 1<<10)
	fmt.Println(float64(m), float32(m), int64(m), uint64(float64(m)))
	fmt.Println(float32(16777217), float64(float32(0.1)), float32(1e-46))
	r := 'x'
	fmt.Println(r, string(r), int(r)+1, byte(r))
	type Celsius float64
	type Fahrenheit float64
	c := Celsius(100)
	fmt.Println(Fahrenheit(c*9/5 + 32))
}

// CHECK:0 0 0 0 0 0 0
// CHECK-NEXT:1.9 1 1 1 1 1 1
// CHECK-NEXT:-1.9 -1 -1 -1 -1 255 4294967295
// CHECK-NEXT:127.5 127 127 127 127 127 127
// CHECK-NEXT:128 128 128 128 -128 128 128
// CHECK-NEXT:255.9 255 255 255 -1 255 255
// CHECK-NEXT:256 256 256 256 0 0 256
// CHECK-NEXT:-129 -129 -129 -129 127 127 4294967167
// CHECK-NEXT:1e+09 1000000000 1000000000 1000000000 0 0 1000000000
// CHECK-NEXT:3e+09 3000000000 3000000000 -1294967296 0 0 3000000000
// CHECK-NEXT:-3e+09 -3000000000 -3000000000 1294967296 0 0 1294967296
// CHECK-NEXT:1e+18 1000000000000000000 1000000000000000000 -1486618624 0 0 2808348672
// CHECK-NEXT:44 44 300 300 300 300
// CHECK-NEXT:255 65535 4294967295 18446744073709551615 18446744073709551615
// CHECK-NEXT:-56 200 -56 4294967240
// CHECK-NEXT:9.223372036854776e+18 9.223372e+18 -9223372036854774784 9223372036854775808
// CHECK-NEXT:1.6777216e+07 0.10000000149011612 0
// CHECK-NEXT:120 x 121 120
// CHECK-NEXT:212
