// RUN: %minigo build -o %t %s
// RUN: %exit 2 %t 2>&1 | FileCheck %s
// A program that sends itself SIGQUIT, and has nothing else to do, ends by the signal.
package main

import (
	"syscall"
	"time"
)

func main() {
	go func() {
		time.Sleep(5 * time.Millisecond)
		syscall.Kill(syscall.Getpid(), syscall.SIGQUIT)
	}()
	select {}
}

// CHECK: {{^}}SIGQUIT: quit
// CHECK: goroutine 1 [select (no cases)]:
