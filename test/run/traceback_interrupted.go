// RUN: %minigo build -o %t %s
// RUN: %exit 2 %t alone 2>&1 | FileCheck %s --check-prefixes=CHECK,ALONE
// RUN: %exit 2 %t goroutine 2>&1 | FileCheck %s --check-prefixes=CHECK,GOROUTINE
// RUN: env GOMAXPROCS=1 %exit 2 %t start 2>&1 | FileCheck %s --check-prefix=START
// RUN: env GOMAXPROCS=4 %exit 2 %t start 2>&1 | FileCheck %s --check-prefix=START
// UNSUPPORTED: sanitizer
// Code that is interrupted in a loop, in a function that calls nothing and so has no frame: who
// called it is shown. (A sanitizer build has frames, and preempts nothing.)
package main

import (
	"os"
	"syscall"
	"time"
)

var sink int

//go:noinline
func spin(n int) int {
	s := 0
	for i := 0; i < n; i++ {
		s += i*n ^ s
	}
	return s
}

//go:noinline
func outer(n int) { sink = spin(n) + 1 }

var x int

// Its loop begins with its first instruction.
//
//go:noinline
func busy(n int) {
	for {
		x += n
	}
}

func main() {
	if os.Args[1] == "start" {
		go busy(1)
		go func() {
			for {
			}
		}()
		time.Sleep(50 * time.Millisecond)
		syscall.Kill(syscall.Getpid(), syscall.SIGQUIT)
		time.Sleep(10 * time.Second)
	}
	if os.Args[1] == "goroutine" {
		go outer(1e12)
		time.Sleep(50 * time.Millisecond)
		syscall.Kill(syscall.Getpid(), syscall.SIGQUIT)
		time.Sleep(10 * time.Second)
		return
	}
	// Without a goroutine there is no monitor: the one thread is interrupted and prints.
	shell := []string{"sh", "-c", "sleep 0.1; kill -QUIT $PPID"}
	if _, err := syscall.ForkExec("/bin/sh", shell, &syscall.ProcAttr{}); err != nil {
		println(err.Error())
	}
	outer(1e12)
}

// CHECK:          SIGQUIT: quit
// ALONE:          goroutine 1 [running]:
// GOROUTINE:      goroutine {{[0-9]+}} [running]:
// CHECK-NEXT:     main.spin(...)
// CHECK-NEXT:     traceback_interrupted.go:
// CHECK-NEXT:     main.outer(...)
// CHECK-NEXT:     traceback_interrupted.go:29 +
// ALONE-NEXT:     main.main()
// GOROUTINE-NEXT: created by main.main in goroutine 1
// START-DAG: main.busy(...)
// START-DAG: main.main.func1()
