// RUN: %minigo build -o %t %s
// RUN: %exit 2 %t 2>&1 | FileCheck %s
// A panic of one goroutine is printed whole, and is the program's end, though main returns meanwhile.
package main

import "time"

func main() {
	for range 20 {
		go func() {
			time.Sleep(time.Millisecond)
			panic("one of many")
		}()
	}
	start := time.Now()
	for time.Since(start) < 2*time.Millisecond {
		time.Sleep(time.Microsecond)
	}
	time.Sleep(time.Second)
}

// CHECK: panic: one of many
// CHECK-EMPTY:
// CHECK-NEXT: goroutine {{[0-9]+}} [running]:
// CHECK-NEXT: main.main.func1()
// CHECK-NEXT: goroutine_panic.go:
// CHECK-NEXT: created by main.main in goroutine 1
// CHECK-NEXT: goroutine_panic.go:
// CHECK-NOT: panic
