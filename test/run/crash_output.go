// RUN: %minigo build -o %t %s
// RUN: %exit 2 %t %t.copy 2>%t.err
// RUN: FileCheck %s < %t.err
// RUN: FileCheck --implicit-check-not='not a crash' %s < %t.copy
// debug.SetCrashOutput: what is printed when the program fails, and only that, goes to a file as well.
package main

import (
	"os"
	"runtime/debug"
)

func main() {
	f, err := os.Create(os.Args[1])
	if err != nil {
		println(err.Error())
	}
	closed, _ := os.Create(os.Args[1] + ".other")
	closed.Close()
	println(debug.SetCrashOutput(closed, debug.CrashOptions{}) != nil)
	debug.SetCrashOutput(os.Stdout, debug.CrashOptions{})
	debug.SetCrashOutput(nil, debug.CrashOptions{})
	if err := debug.SetCrashOutput(f, debug.CrashOptions{}); err != nil {
		println(err.Error())
	}
	f.Close()
	os.Stderr.WriteString("not a crash\n")
	// CHECK: panic: failed
	// CHECK: goroutine 1 [running]:
	// CHECK-NEXT: main.main()
	panic("failed")
}
