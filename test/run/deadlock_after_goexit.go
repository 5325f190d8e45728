// RUN: %minigo build -o %t %s
// RUN: %exit 2 %t 2>&1 | FileCheck %s --check-prefix=NONE
// RUN: %exit 2 %t one 2>&1 | FileCheck %s --check-prefix=ONE
// Where main has ended by Goexit, the goroutines that are left may be asleep, or there are none.
package main

import (
	"os"
	"runtime"
)

func main() {
	if len(os.Args) > 1 {
		go func() { select {} }()
	}
	runtime.Goexit()
}

// NONE: {{^}}fatal error: no goroutines (main called runtime.Goexit) - deadlock!
// ONE: {{^}}fatal error: all goroutines are asleep - deadlock!
// ONE-EMPTY:
// ONE-NEXT: goroutine {{[0-9]+}} [select (no cases)]:
