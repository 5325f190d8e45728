// RUN: %minigo run %s 2>&1 | FileCheck --strict-whitespace --match-full-lines %s
// Conversions between strings, bytes, runes and integers, and named types of them; the copy is a copy.
package main

import "fmt"

type Name string
type Raw []byte
type Letter rune

func main() {
	s := "héllo, 世界\x00\xff"
	b := []byte(s)
	r := []rune(s)
	fmt.Println(len(s), len(b), len(r))
	fmt.Println(b)
	fmt.Println(r)
	b[0] = 'H'
	fmt.Printf("%q %q\n", s, string(b))
	fmt.Printf("%q\n", string(r))

	fmt.Printf("%q %q %q\n", string(rune(0x4e16)), string(rune(-1)), string(rune(0x110000)))
	fmt.Printf("%q %q\n", string(rune(0xd800)), string(Letter('x')))
	fmt.Printf("%q\n", string([]rune{'a', -5, 0xdfff, 0x10ffff}))

	n := Name("name")
	raw := Raw(n)
	raw[1] = 'o'
	fmt.Println(n, string(raw), Name(raw), []byte(n))
	fmt.Println([]rune(n)[3], string([]Letter{65, 66}))

	var empty []byte
	fmt.Printf("%q %v %v\n", string(empty), []byte("") == nil, []rune("") == nil)

	const big = "constant"
	for i, c := range []byte(big[:3]) {
		fmt.Print(i, ":", c, " ")
	}
	fmt.Println()
	m := map[string]int{}
	m[string([]byte{'k', 'e', 'y'})]++
	fmt.Println(m["key"], string([]byte("ab")) < "b", string([]byte{'x'})+"y")
}

// CHECK:16 16 11
// CHECK-NEXT:[104 195 169 108 108 111 44 32 228 184 150 231 149 140 0 255]
// CHECK-NEXT:[104 233 108 108 111 44 32 19990 30028 0 65533]
// CHECK-NEXT:"héllo, 世界\x00\xff" "Héllo, 世界\x00\xff"
// CHECK-NEXT:"héllo, 世界\x00�"
// CHECK-NEXT:"世" "�" "�"
// CHECK-NEXT:"�" "x"
// CHECK-NEXT:"a��\U0010ffff"
// CHECK-NEXT:name nome nome [110 97 109 101]
// CHECK-NEXT:101 AB
// CHECK-NEXT:"" false false
// CHECK-NEXT:0:99 1:111 2:110 
// CHECK-NEXT:1 true xy
