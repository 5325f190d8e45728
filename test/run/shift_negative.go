// RUN: %minigo run %s 2>&1 | FileCheck --strict-whitespace --match-full-lines %s
// A negative count panics.
package main

import "fmt"

func main() {
	defer func() { fmt.Println(recover()) }()
	n := -1
	fmt.Println(1 << n)
}

// CHECK:runtime error: negative shift amount
