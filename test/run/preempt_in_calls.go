// RUN: %minigo build -o %t %s
// RUN: env GOMAXPROCS=1 %t | FileCheck %s --match-full-lines
// UNSUPPORTED: sanitizer
// A goroutine that spends nearly all its time in the runtime gives way to others, too. (A sanitizer build preempts nothing.)
package main

import (
	"fmt"
	"time"
)

var calls int

func main() {
	go func() {
		for {
			time.Now()
			calls++
		}
	}()
	start := time.Now()
	for range 50 {
		time.Sleep(time.Millisecond) // until the other one's time slice, 10 ms, is over
	}
	// CHECK: true true
	fmt.Println(calls > 0, time.Since(start) < 10*time.Second)
}
