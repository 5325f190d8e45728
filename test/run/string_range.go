// RUN: %minigo run %s 2>&1 | FileCheck --strict-whitespace --match-full-lines %s
// Ranging over a string decodes UTF-8; invalid bytes give U+FFFD one byte wide.
package main

import "fmt"

func main() {
	for i, r := range "a\xffé\xe4\xb8世\xf0\x9f\x98\x80\xc0\x80z" {
		fmt.Println(i, r, string(r))
	}
	for i := range "日本" {
		fmt.Print(i, " ")
	}
	for range "abc" {
		fmt.Print(".")
	}
	fmt.Println()
	s := "xyz"
	for i, c := range s {
		s = "changed"
		if i == 1 {
			continue
		}
		fmt.Print(string(c))
	}
	fmt.Println(s)
	var r rune
	var i int
	for i, r = range "ab" {
	}
	fmt.Println(i, r)
	for range "" {
		fmt.Println("never")
	}
}

// CHECK:0 97 a
// CHECK-NEXT:1 65533 �
// CHECK-NEXT:2 233 é
// CHECK-NEXT:4 65533 �
// CHECK-NEXT:5 65533 �
// CHECK-NEXT:6 19990 世
// CHECK-NEXT:9 128512 😀
// CHECK-NEXT:13 65533 �
// CHECK-NEXT:14 65533 �
// CHECK-NEXT:15 122 z
// CHECK-NEXT:0 3 ...
// CHECK-NEXT:xzchanged
// CHECK-NEXT:1 98
