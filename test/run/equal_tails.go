// RUN: %minigo build -o %t %s
// RUN: %exit 2 %t 2>&1 | FileCheck %s -DLINE=14
// RUN: %exit 2 %t x 2>&1 | FileCheck %s -DLINE=17
// RUN: %exit 2 %t x y 2>&1 | FileCheck %s -DLINE=20
// Branches that end in the same statement have lines of their own.
package main

import "os"

func main() {
	c := make(chan int)
	switch len(os.Args) {
	case 1:
		<-c
	case 2:
		println("two")
		<-c
	case 3:
		println("three")
		<-c
	}
}

// CHECK: goroutine 1 [chan receive]:
// CHECK-NEXT: main.main()
// CHECK-NEXT: equal_tails.go:[[LINE]] +
