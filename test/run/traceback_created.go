// RUN: %exit 1 %minigo run %s 2>&1 | FileCheck %s
// RUN: %exit 1 %minigo run -g %s 2>&1 | FileCheck %s
// The function that made a goroutine keeps its name if it defers.
package main

import "os"

func main() {
	if len(os.Args) > 0 {
		defer func() { recover() }()
	}
	go func() {
		defer func() {
			panic("over")
		}()
	}()
	select {}
}

// CHECK: main.main.func2.1()
// CHECK: main.main.func2()
// CHECK: created by main.main in goroutine 1
// CHECK-NEXT: traceback_created.go:12 +0x
