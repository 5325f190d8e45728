// RUN: %minigo build -o %t %s
// RUN: %exit 2 %t panic 2>&1 | FileCheck %s --check-prefixes=CHECK,PANIC
// RUN: %exit 2 %t fatal 2>&1 | FileCheck %s --check-prefixes=CHECK,FATAL
// RUN: %exit 2 %t fault 2>&1 | FileCheck %s --check-prefixes=CHECK,FAULT
// RUN: %exit 2 %t stack 2>&1 | FileCheck %s --check-prefixes=CHECK,STACK
// UNSUPPORTED: sanitizer
// Other goroutines, also those that never leave their worker, print nothing behind a message that
// ends the program. (A sanitizer build preempts nothing, so it cannot stop them all.)
package main

import (
	"os"
	"time"
	"unsafe"
)

func tick() {
	for {
		for start := time.Now(); time.Since(start) < 100*time.Microsecond; {
		}
		print("tick\n")
	}
}

func deeper(n int) int {
	if n < 0 {
		return 0
	}
	return deeper(n+1) + n
}

func main() {
	go tick()
	time.Sleep(5 * time.Millisecond)
	go func() {
		switch os.Args[1] {
		case "panic":
			panic("enough")
		case "fatal":
			var m map[int]int
			for range 2 {
				defer func() { recover(); panic("again") }()
			}
			m[1] = 1
		case "fault":
			p := (*int)(unsafe.Pointer(uintptr(1) << 40))
			*p = 1
		case "stack":
			deeper(0)
		}
	}()
	time.Sleep(time.Minute)
}

// CHECK: tick
// PANIC: panic: enough
// FATAL: panic: assignment to entry in nil map
// FAULT: unexpected fault address
// STACK: goroutine stack exceeds
// CHECK-NOT: tick
// CHECK: goroutine {{[0-9]+}} [running]:
// CHECK-NOT: tick
