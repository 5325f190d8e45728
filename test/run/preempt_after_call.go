// RUN: %minigo build -o %t %s
// RUN: env GOMAXPROCS=1 %t | FileCheck %s
// UNSUPPORTED: sanitizer
// The second thread of a program may be started for a call that makes the first one wait. It takes
// signals as well: its goroutines are preempted, and their faults are panics. (A sanitizer build
// preempts nothing.)
package main

import (
	"fmt"
	"runtime/debug"
	"syscall"
	"unsafe"
)

var rounds int

func hog() {
	for {
		rounds++
	}
}

func fault() (err any) {
	debug.SetPanicOnFault(true)
	defer func() { err = recover() }()
	p := uintptr(1 << 20)
	return *(*int)(unsafe.Pointer(p))
}

func main() {
	done := make(chan any)
	go hog()
	go func() {
		pause := syscall.NsecToTimespec(50_000_000)
		for range 3 {
			syscall.Nanosleep(&pause, nil)
		}
		done <- fault()
	}()
	pause := syscall.NsecToTimespec(100_000_000)
	syscall.Nanosleep(&pause, nil)
	fmt.Println(<-done)
}

// CHECK: runtime error: invalid memory address or nil pointer dereference
