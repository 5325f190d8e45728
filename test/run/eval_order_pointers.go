// RUN: %minigo run %s 2>&1 | FileCheck %s
// Whether a pointer to an array is nil is asked when the index is known; string(bytes) reads the
// bytes after the calls around it.
package main

import "fmt"

func index() int { println("index"); return 2 }

func main() {
	bytes := []byte("xyz")
	// CHECK: abz 2 abz
	fmt.Println(string(bytes), copy(bytes, "ab"), string(bytes))
	// CHECK-NEXT: index
	// CHECK-NEXT: runtime error: invalid memory address or nil pointer dereference
	var p *[4]int
	defer func() { fmt.Println(recover()) }()
	_ = p[index()]
}
