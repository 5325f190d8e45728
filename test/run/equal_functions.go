// RUN: %minigo build -o %t %s
// RUN: %exit 2 %t 2>&1 | FileCheck %s
// A function that does nothing but call another one becomes equal to it: both are shown.
package main

func set() {
	var m map[string]int
	m["a"] = 1
}

func call() { set() }

func again() { call() }

func main() {
	go again()
	select {}
}

// CHECK: goroutine {{[0-9]+}} [running]:
// CHECK-NEXT: main.set(
// CHECK-NEXT: equal_functions.go:8
// CHECK-NEXT: main.call(
// CHECK-NEXT: equal_functions.go:11
// CHECK-NEXT: main.again(
// CHECK-NEXT: equal_functions.go:13
// CHECK-NEXT: created by main.main
