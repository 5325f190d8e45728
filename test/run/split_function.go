// RUN: %minigo build -o %t %s
// RUN: %exit 2 %t 2>&1 | FileCheck %s
// A function of which the C++ compiler splits a part off and inlines the rest is shown once a call.
package main

type walker struct{}

func (w walker) deep(n int) {
	if n == 0 {
		panic("deep")
	}
	if n > 0 {
		w.deep(n - 1)
	}
}

func main() {
	var w walker
	w.deep(5)
}

// CHECK: panic: deep
// CHECK-EMPTY:
// CHECK-NEXT: goroutine 1 [running]:
// CHECK-NEXT: main.walker.deep(
// CHECK-NEXT: split_function.go:10
// CHECK-NEXT: main.walker.deep(
// CHECK-NEXT: split_function.go:13
// CHECK-NEXT: main.walker.deep(
// CHECK-NEXT: split_function.go:13
// CHECK-NEXT: main.walker.deep(
// CHECK-NEXT: split_function.go:13
// CHECK-NEXT: main.walker.deep(
// CHECK-NEXT: split_function.go:13
// CHECK-NEXT: main.walker.deep(
// CHECK-NEXT: split_function.go:13
// CHECK-NEXT: main.main()
