// RUN: %minigo run -O2 %s 2>&1 | FileCheck --strict-whitespace --match-full-lines %s
// Floats out of the range of the integer type, known to the C++ compiler: the same integers as when
// they are not.
package main

import "fmt"

func inf() float64 { zero := 0.0; return 1 / zero }

func main() {
	huge, low, nan, infinite := 1e300, -1e300, inf()-inf(), inf()
	fmt.Println(int64(huge), int64(low), int64(nan), int64(infinite))
	fmt.Println(uint64(huge), uint64(low), uint64(nan), uint64(infinite))
	fmt.Println(int32(huge), int32(low), int32(nan), uint32(huge))
	fmt.Println(int8(huge), uint16(low), 7&^uint(infinite))
	small := float32(-3e38)
	fmt.Println(int(small), uint(small), int16(small))
}

// CHECK:-9223372036854775808 -9223372036854775808 -9223372036854775808 -9223372036854775808
// CHECK-NEXT:9223372036854775808 9223372036854775808 9223372036854775808 9223372036854775808
// CHECK-NEXT:-2147483648 -2147483648 -2147483648 0
// CHECK-NEXT:0 0 7
// CHECK-NEXT:-9223372036854775808 9223372036854775808 0
