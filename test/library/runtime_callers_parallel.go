// RUN: %minigo build -o %t %s
// RUN: env GOMAXPROCS=1 %t | FileCheck %s
// RUN: env GOMAXPROCS=4 %t | FileCheck %s
// RUN: env GOMAXPROCS=8 MINIGO_SLOTS=2 %t | FileCheck %s
// Goroutines ask for their callers, all at once.
package main

import (
	"fmt"
	"runtime"
	"strings"
	"sync"
)

//go:noinline
func deep(n int) string {
	if n > 0 {
		return deep(n-1) + ""
	}
	var pcs [10]uintptr
	frames := runtime.CallersFrames(pcs[:runtime.Callers(1, pcs[:])])
	frame, _ := frames.Next()
	_, file, line, ok := runtime.Caller(1)
	return fmt.Sprint(frame.Function, " ", file[strings.LastIndex(file, "/")+1:], ":", line, " ", ok)
}

func stack() bool {
	text := make([]byte, 10_000)
	return strings.Contains(string(text[:runtime.Stack(text, false)]), "main.stack()")
}

func main() {
	for range 10 {
		var all sync.WaitGroup
		for i := range 16 {
			all.Go(func() {
				for range 10 {
					if got := deep(1 + i%5); got != "main.deep runtime_callers_parallel.go:18 true" {
						panic(got)
					}
					if !stack() {
						panic("no such function on the stack")
					}
				}
			})
		}
		all.Wait()
	}
	fmt.Println("all right") // CHECK: all right
}
