// Values of panics about bounds are of the type that Go gives them.
// RUN: %minigo run %s | FileCheck %s --match-full-lines
package main

import (
	"errors"
	"fmt"
	"runtime"
)

func try(f func()) {
	defer func() {
		e := recover()
		var re runtime.Error
		err, _ := e.(error)
		fmt.Printf("%T %v %v\n", e, errors.As(err, &re), e)
	}()
	f()
}

func main() {
	s, text, n := []int{1, 2, 3}, "abc", 5
	a := [3]int{}
	try(func() { _ = s[n] })             // CHECK: runtime.boundsError true runtime error: index out of range [5] with length 3
	try(func() { _ = s[n:] })            // CHECK-NEXT: runtime.boundsError true runtime error: slice bounds out of range [5:3]
	try(func() { _ = s[:n] })            // CHECK-NEXT: runtime.boundsError true runtime error: slice bounds out of range [:5] with capacity 3
	try(func() { _ = s[0:1:n] })         // CHECK-NEXT: runtime.boundsError true runtime error: slice bounds out of range [::5] with capacity 3
	try(func() { _ = text[n:] })         // CHECK-NEXT: runtime.boundsError true runtime error: slice bounds out of range [5:3]
	try(func() { _ = a[n-6:] })          // CHECK-NEXT: runtime.boundsError true runtime error: slice bounds out of range [-1:]
	try(func() { _ = [4]int(s) })        // CHECK-NEXT: runtime.boundsError true runtime error: cannot convert slice with length 3 to array or pointer to array with length 4
	try(func() { _ = n / len(text[3:]) }) // CHECK-NEXT: runtime.errorString true runtime error: integer divide by zero
}
