// RUN: %minigo run %s | FileCheck %s
// runtime.GoroutineProfile: the calls of every goroutine, of the caller first.
package main

import (
	"fmt"
	"runtime"
	"sync"
)

func names(r *runtime.StackRecord) (names []string) {
	frames := runtime.CallersFrames(r.Stack())
	for {
		frame, more := frames.Next()
		names = append(names, frame.Function)
		if !more {
			return names
		}
	}
}

//go:noinline
func waitFor(c chan int, wg *sync.WaitGroup) {
	wg.Done()
	<-c
}

func main() {
	n, ok := runtime.GoroutineProfile(nil)
	// CHECK: 1 false
	fmt.Println(n, ok)
	c := make(chan int)
	var wg sync.WaitGroup
	for range 3 {
		wg.Add(1)
		go waitFor(c, &wg)
	}
	wg.Wait()
	runtime.Gosched()
	records := make([]runtime.StackRecord, 10)
	short, ok := runtime.GoroutineProfile(records[:2])
	// CHECK-NEXT: 4 false 0
	fmt.Println(short, ok, len(records[0].Stack()))
	n, ok = runtime.GoroutineProfile(records)
	// CHECK-NEXT: 4 true 0
	fmt.Println(n, ok, len(records[4].Stack()))
	// CHECK-NEXT: main.main
	for _, name := range names(&records[0]) {
		if name == "main.main" {
			fmt.Println(name)
		}
	}
	// CHECK-NEXT: main.waitFor
	// CHECK-NEXT: main.waitFor
	// CHECK-NEXT: main.waitFor
	for i := range records[1:n] {
		for _, name := range names(&records[1+i]) {
			if name == "main.waitFor" {
				fmt.Println(name)
			}
		}
	}
	close(c)
}
