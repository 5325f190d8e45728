// RUN: %minigo run %s 2>&1 | FileCheck --strict-whitespace --match-full-lines %s
// REQUIRES: go
// Functions of math and math/bits that become instructions, at the edges of their domains; also as
// values and deferred.
package main

import (
	"fmt"
	"math"
	"math/bits"
)

func main() {
	inf, nan := math.Inf(1), math.NaN()
	for _, x := range []float64{0, math.Copysign(0, -1), 2, 1e-320, -4, inf, -inf, nan} {
		fmt.Println(math.Sqrt(x), math.Abs(x), 1/math.Copysign(x, -1), math.Float64bits(x)>>40)
	}
	fmt.Println(math.Float64frombits(0x4009_21fb_5444_2d18), math.Float32frombits(math.Float32bits(0.1)))
	for _, x := range []uint64{0, 1, 1 << 63, 0xff00, math.MaxUint64} {
		fmt.Println(bits.LeadingZeros64(x), bits.LeadingZeros32(uint32(x)), bits.Len64(x), bits.Len(uint(x)), bits.Len32(uint32(x)),
			bits.TrailingZeros64(x), bits.TrailingZeros32(uint32(x)), bits.OnesCount64(x), bits.ReverseBytes64(x), bits.ReverseBytes32(uint32(x)),
			bits.RotateLeft64(x, 4), bits.RotateLeft64(x, -4), bits.RotateLeft32(uint32(x), 36), bits.RotateLeft(uint(x), 0))
		fmt.Println(bits.Mul64(x, x))
		fmt.Println(bits.Add64(x, 1, 1))
		fmt.Println(bits.Sub64(x, 2, 1))
	}
	root := math.Sqrt
	fmt.Println(root(9), apply(math.Abs, -1))
	defer math.Sqrt(2)
	hi, lo := bits.Mul(1<<63, 6)
	fmt.Println(hi, lo)
}

func apply(f func(float64) float64, x float64) float64 { return f(x) }

// CHECK:0 0 -Inf 0
// CHECK-NEXT:-0 0 -Inf 8388608
// CHECK-NEXT:1.4142135623730951 2 -0.5 4194304
// CHECK-NEXT:9.99994433575849e-161 1e-320 -Inf 0
// CHECK-NEXT:NaN 4 -0.25 12587008
// CHECK-NEXT:+Inf +Inf -0 8384512
// CHECK-NEXT:NaN +Inf -0 16773120
// CHECK-NEXT:NaN NaN NaN 8386560
// CHECK-NEXT:3.141592653589793 0.1
// CHECK-NEXT:64 32 0 0 0 64 32 0 0 0 0 0 0 0
// CHECK-NEXT:0 0
// CHECK-NEXT:2 0
// CHECK-NEXT:18446744073709551613 1
// CHECK-NEXT:63 31 1 1 1 0 0 1 72057594037927936 16777216 16 1152921504606846976 16 1
// CHECK-NEXT:0 1
// CHECK-NEXT:3 0
// CHECK-NEXT:18446744073709551614 1
// CHECK-NEXT:0 32 64 64 0 63 32 1 128 0 8 576460752303423488 0 9223372036854775808
// CHECK-NEXT:4611686018427387904 0
// CHECK-NEXT:9223372036854775810 0
// CHECK-NEXT:9223372036854775805 0
// CHECK-NEXT:48 16 16 16 16 8 8 8 71776119061217280 16711680 1044480 4080 1044480 65280
// CHECK-NEXT:0 4261478400
// CHECK-NEXT:65282 0
// CHECK-NEXT:65277 0
// CHECK-NEXT:0 0 64 64 32 0 0 64 18446744073709551615 4294967295 18446744073709551615 18446744073709551615 4294967295 18446744073709551615
// CHECK-NEXT:18446744073709551614 1
// CHECK-NEXT:1 1
// CHECK-NEXT:18446744073709551612 0
// CHECK-NEXT:3 1
// CHECK-NEXT:3 0
