// Scanning: %% that does not match, powers of two behind a decimal mantissa; printing: "%." at the end.

// RUN: %minigo run %s | FileCheck --match-full-lines %s
package main

import "fmt"

func main() {
	var n int
	for _, c := range [][2]string{{"%%%d", "xxx 42"}, {"%%%d", "%42"}, {"%%%d", "  %42"}, {"%%a%d", "%b1"}, {"%%a%d", "%a1"}, {"x%%%d", "x42"}, {"%%%d", ""}, {"%d%%", "23%"}} {
		n = 0
		count, err := fmt.Sscanf(c[1], c[0], &n)
		fmt.Printf("%q %q %d %d %v\n", c[0], c[1], n, count, err)
	}
	var f float64
	for _, text := range []string{"2.3p2", "2.3p+66", "-1p-1074", "1p99999999", "1p-99999999", "2p", "0x1p3", "1P2", "1e400p1"} {
		f = 0
		count, err := fmt.Sscan(text, &f)
		fmt.Println(text, f, count, err)
	}
	var f32 float32
	fmt.Println(fmt.Sscan("1.5p3", &f32))
	fmt.Println(f32)
	fmt.Printf("%.\n", 3)
	fmt.Println(fmt.Sprintf("%.", 3), fmt.Sprintf("%5.", 3), fmt.Sprintf("%"), fmt.Sprintf("%.*", 2, 3))
}

// CHECK: "%%%d" "xxx 42" 0 0 missing literal %
// CHECK-NEXT: "%%%d" "%42" 42 1 <nil>
// CHECK-NEXT: "%%%d" "  %42" 42 1 <nil>
// CHECK-NEXT: "%%a%d" "%b1" 0 0 missing literal %
// CHECK-NEXT: "%%a%d" "%a1" 1 1 <nil>
// CHECK-NEXT: "x%%%d" "x42" 0 0 input does not match format
// CHECK-NEXT: "%%%d" "" 0 0 unexpected EOF
// CHECK-NEXT: "%d%%" "23%" 23 1 <nil>
// CHECK-NEXT: 2.3p2 9.2 1 <nil>
// CHECK-NEXT: 2.3p+66 1.6971004547812786e+20 1 <nil>
// CHECK-NEXT: -1p-1074 -5e-324 1 <nil>
// CHECK-NEXT: 1p99999999 +Inf 1 <nil>
// CHECK-NEXT: 1p-99999999 0 1 <nil>
// CHECK-NEXT: 2p 0 0 strconv.Atoi: parsing "2p": invalid syntax
// CHECK-NEXT: 0x1p3 8 1 <nil>
// CHECK-NEXT: 1P2 0 0 strconv.ParseFloat: parsing "1P2": invalid syntax
// CHECK-NEXT: 1e400p1 0 0 strconv.ParseFloat: parsing "1e400": value out of range
// CHECK-NEXT: 1 <nil>
// CHECK-NEXT: 12
// CHECK-NEXT: %!
// CHECK-NEXT: (int=3)%!.(int=3) %!.(int=    3) %!(NOVERB) %!(NOVERB)%!(EXTRA int=3)
