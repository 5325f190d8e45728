// RUN: %minigo run %s 2>&1 | FileCheck --strict-whitespace --match-full-lines %s
// Bad indices and bounds panic with the usual text.
package main

import "fmt"

func try(f func()) {
	defer func() { fmt.Println(recover()) }()
	f()
}

func main() {
	s := make([]int, 3, 5)
	n := 3
	var arr [4]int
	p := &arr
	try(func() { s[n] = 1 })
	try(func() { _ = s[-n+2] })
	try(func() { _ = s[n+3:] })
	try(func() { _ = s[:n+3] })
	try(func() { _ = s[n : n-1] })
	try(func() { _ = s[: 2 : n+3] })
	try(func() { _ = s[2 : n-2 : n] })
	try(func() { _ = arr[n+1] })
	try(func() { _ = arr[n+2:] })
	try(func() { p[n+1]++ })
	try(func() { _ = [4]int(s) })
	try(func() { _ = make([]int, n-4) })
	try(func() { _ = make([]int, 1, n-3) })
	try(func() { fmt.Println(s[:5], cap(s[1:])) })
}

// CHECK:runtime error: index out of range [3] with length 3
// CHECK-NEXT:runtime error: index out of range [-1]
// CHECK-NEXT:runtime error: slice bounds out of range [6:3]
// CHECK-NEXT:runtime error: slice bounds out of range [:6] with capacity 5
// CHECK-NEXT:runtime error: slice bounds out of range [3:2]
// CHECK-NEXT:runtime error: slice bounds out of range [::6] with capacity 5
// CHECK-NEXT:runtime error: slice bounds out of range [2:1:]
// CHECK-NEXT:runtime error: index out of range [4] with length 4
// CHECK-NEXT:runtime error: slice bounds out of range [5:4]
// CHECK-NEXT:runtime error: index out of range [4] with length 4
// CHECK-NEXT:runtime error: cannot convert slice with length 3 to array or pointer to array with length 4
// CHECK-NEXT:runtime error: makeslice: len out of range
// CHECK-NEXT:runtime error: makeslice: cap out of range
// CHECK-NEXT:[0 0 0 0 0] 4
// CHECK-NEXT:<nil>
