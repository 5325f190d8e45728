// RUN: %minigo run %s 2>&1 | FileCheck --strict-whitespace --match-full-lines %s
// Comparison, concatenation, slicing, embedded NULs.
package main

import "fmt"

func main() {
	a, b := "abc", "abd"
	fmt.Println(a < b, a <= b, a > b, a >= b, a == b, a != b, a < "ab", "" < a)
	c := a + b + "-" + a[1:] + b[:1]
	fmt.Println(c, len(c), c[3], c[len(c)-1:])
	z := "x\x00y"
	fmt.Println(len(z), z == "x", z > "x", z+z == "x\x00yx\x00y")
	s := ""
	for i := 0; i < 5; i++ {
		s += string(rune('a' + i))
	}
	fmt.Println(s, s[2:2] == "", s[5:])
	raw := `a\n
b`
	fmt.Printf("%q\n", raw)
	fmt.Println(min("b", "a", "c"), max(a, b))
	var empty string
	fmt.Println(empty == "", len(empty), empty+"x")
}

// CHECK:true true false false false true false true
// CHECK-NEXT:abcabd-bca 10 97 a
// CHECK-NEXT:3 false true true
// CHECK-NEXT:abcde true 
// CHECK-NEXT:"a\\n\nb"
// CHECK-NEXT:a abd
// CHECK-NEXT:true 0 x
