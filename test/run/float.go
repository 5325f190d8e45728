// RUN: %minigo run %s 2>&1 | FileCheck --strict-whitespace --match-full-lines %s
// float32 arithmetic rounds to float32; NaN and signed zeros.
package main

import "fmt"

func main() {
	var f float32 = 16777216
	fmt.Println(f+1 == f, f+2)
	var third float32 = 1.0 / 3
	fmt.Println(third, float64(third), third*3)
	a, b := 0.1, 0.2
	fmt.Println(a+b, a+b == 0.3, float32(a)+float32(b))
	zero := 0.0
	nan := zero / zero
	fmt.Println(nan == nan, nan != nan, nan < 1, nan > 1, !(nan < 1))
	neg := -zero
	fmt.Println(neg, 1/neg, 1/(zero*-1))
	x := 1e308
	fmt.Println(x*10, -x*10, x*10-x*10)
	var g float32 = 0.1
	g *= 3
	fmt.Println(g, g == 0.3, min(zero, neg), max(neg, zero), min(nan, 1))
	i := 3
	h := float64(i) / 2
	h++
	fmt.Println(h)
}

// CHECK:true 1.6777218e+07
// CHECK-NEXT:0.33333334 0.3333333432674408 1
// CHECK-NEXT:0.30000000000000004 false 0.3
// CHECK-NEXT:false true false false true
// CHECK-NEXT:-0 -Inf -Inf
// CHECK-NEXT:+Inf -Inf NaN
// CHECK-NEXT:0.3 true -0 0 NaN
// CHECK-NEXT:2.5
