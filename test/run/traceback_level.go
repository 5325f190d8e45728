// RUN: %minigo build -o %t %s
// RUN: %exit 2 %t all 2>&1 | FileCheck --check-prefixes=CHECK,ALL %s
// RUN: %exit 2 %t none 2>&1 | FileCheck --check-prefixes=CHECK,SINGLE %s
// RUN: env GOTRACEBACK=none %exit 2 %t single 2>&1 | FileCheck --check-prefixes=CHECK,SINGLE %s
// RUN: env GOTRACEBACK=all %exit 2 %t none 2>&1 | FileCheck --check-prefixes=CHECK,ALL %s
// debug.SetTraceback can only make a failing program tell more than GOTRACEBACK says.
// (The other goroutine may not be where it stays when main fails.)
package main

import (
	"os"
	"runtime/debug"
)

func main() {
	debug.SetTraceback(os.Args[1])
	started := make(chan bool)
	go func() {
		started <- true
		select {}
	}()
	<-started
	panic("over")
}

// CHECK: panic: over
// CHECK: goroutine 1 [running]:
// ALL: goroutine {{[0-9]+ \[(select \(no cases\)|running|runnable)\]:}}
// SINGLE-NOT: goroutine
