// RUN: %minigo build -o %t %s
// RUN: %exit 2 %t 2>&1 | FileCheck %s
// A fatal error in a deferred call tells what has panicked before, without asking the values.
package main

import "sync"

type value int

func (value) Error() string { panic("not asked") }

func main() {
	var mu sync.Mutex
	defer mu.Unlock()
	defer panic(value(7))
	panic("first")
}

// CHECK: panic: first
// CHECK-NEXT: {{^}}	panic: main.value(7)
// CHECK-NEXT: {{^}}	fatal error: sync: unlock of unlocked mutex
// CHECK-EMPTY:
// CHECK-NEXT: goroutine 1 [running]:
