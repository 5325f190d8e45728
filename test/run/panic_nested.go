// RUN: %exit 1 %minigo run %s 2>&1 | FileCheck %s
// Deferred calls that panic, with deferred calls of their own: each frame has the name of its
// function, whichever of them defers. What starts the program is not shown.
package main

import "errors"

// CHECK:      panic: first
// CHECK-NEXT: 	panic: second
// CHECK-NEXT: 	panic: runtime error: index out of range [9223372036854775808] with length 1
// CHECK-EMPTY:
// CHECK-NEXT: goroutine 1 [running]:
// CHECK-NEXT: main.third(...)
// CHECK-NEXT: 	{{.*}}panic_nested.go:[[#@LINE + 17]]{{.*}}
// CHECK-NEXT: main.init.0.func1.1()
// CHECK-NEXT: 	{{.*}}panic_nested.go:[[#@LINE + 21]]{{.*}}
// CHECK-NEXT: panic(...)
// CHECK-NEXT: {{.*}}panic.cpp:{{.*}}
// CHECK-NEXT: main.init.0.func1()
// CHECK-NEXT: 	{{.*}}panic_nested.go:[[#@LINE + 19]] +0x{{.*}}
// CHECK-NEXT: panic(...)
// CHECK-NEXT: {{.*}}panic.cpp:{{.*}}
// CHECK-NEXT: main.init.0()
// CHECK-NEXT: 	{{.*}}panic_nested.go:[[#@LINE + 17]] +0x{{.*}}
// CHECK-NEXT: exit status 2

var numbers = []int{1}

//go:noinline
func third(i uint64) {
	numbers[i]++
}

func init() {
	defer func() {
		defer func() {
			third(1 << 63)
		}()
		panic("second")
	}()
	panic(errors.New("first"))
}

func main() {}
