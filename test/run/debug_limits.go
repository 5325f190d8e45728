// RUN: %minigo build -o %t %s
// RUN: %exit 2 %t stack 2>&1 | FileCheck --check-prefix STACK %s
// RUN: %exit 2 env GOMAXPROCS=2 %t new 2>&1 | FileCheck --check-prefix STACK %s
// RUN: %exit 0 %t raised 2>&1 | FileCheck --check-prefix RAISED %s
// RUN: %exit 2 env GOMAXPROCS=4 %t threads 2>&1 | FileCheck --check-prefix THREADS %s
// Limits of package runtime/debug end the program with Go's words.
package main

import (
	"fmt"
	"os"
	"runtime"
	"runtime/debug"
	"time"
)

// deep needs a kilobyte of stack or more for each of its calls, so many.
func deep(calls int) int { return deeper(calls, [1024]byte{}) }

func deeper(calls int, block [1024]byte) int {
	if calls == 0 {
		return int(block[0])
	}
	block[calls%1023+1]++
	return deeper(calls-1, block) + int(block[calls%1023+1]&1) | 1
}

func main() {
	switch os.Args[1] {
	case "stack": // of the goroutine that runs
		fmt.Println(debug.SetMaxStack(1<<20 + 100))
		fmt.Println(deep(300))
		fmt.Println(deep(2000))
	case "new": // of one that starts later
		fmt.Println(debug.SetMaxStack(1<<20 + 100))
		done := make(chan int)
		go func() { done <- deep(300) }()
		fmt.Println(<-done)
		go func() { done <- deep(2000) }()
		<-done
	case "raised":
		debug.SetMaxStack(1 << 20)
		fmt.Println(debug.SetMaxStack(64 << 20))
		done := make(chan int)
		go func() { done <- deep(10000) }()
		fmt.Println(<-done, deep(20000))
		func() {
			defer func() { fmt.Println(recover()) }()
			panic("still works")
		}()
	case "threads":
		fmt.Println(debug.SetMaxThreads(3))
		for range 8 {
			go func() {
				for {
					runtime.Gosched()
				}
			}()
		}
		time.Sleep(time.Second)
	}
}

// STACK: 1000000000
// STACK-NEXT: {{[0-9]+}}
// STACK-NEXT: runtime: goroutine stack exceeds 1048676-byte limit
// STACK: fatal error: stack overflow
// STACK: main.deeper
// RAISED: 1048576
// RAISED-NEXT: {{[0-9]+ [0-9]+}}
// RAISED-NEXT: still works
// THREADS: 10000
// THREADS-NEXT: runtime: program exceeds 3-thread limit
// THREADS-NEXT: fatal error: thread exhaustion
