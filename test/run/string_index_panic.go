// RUN: %minigo run %s 2>&1 | FileCheck --strict-whitespace --match-full-lines %s
// An index beyond the string panics; so does a bad slice.
package main

import "fmt"

func try(f func()) {
	defer func() { fmt.Println(recover()) }()
	f()
}

func main() {
	s, n, m := "abc", 3, -1
	try(func() { _ = s[n] })
	try(func() { _ = s[m] })
	try(func() { _ = s[n+1:] })
	try(func() { _ = s[2 : n-2] })
	try(func() { _ = s[:n+1] })
}

// CHECK:runtime error: index out of range [3] with length 3
// CHECK-NEXT:runtime error: index out of range [-1]
// CHECK-NEXT:runtime error: slice bounds out of range [4:3]
// CHECK-NEXT:runtime error: slice bounds out of range [2:1]
// CHECK-NEXT:runtime error: slice bounds out of range [:4] with length 3
