// iter.Pull: the goroutine exists from the beginning, and whatever ends it, the caller goes on.

// RUN: %minigo run %s | FileCheck --match-full-lines %s
// RUN: env GOMAXPROCS=4 MINIGO_GC_EVERY=3 %minigo run -O0 %s | FileCheck --match-full-lines %s
package main

import (
	"fmt"
	"iter"
	"runtime"
	"time"
)

func count(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := range n {
			if !yield(i) {
				return
			}
		}
	}
}

func goexits(where int) {
	next, stop := iter.Pull(func(yield func(int) bool) {
		defer fmt.Println("seq deferred")
		if where == 0 {
			runtime.Goexit()
		}
		yield(1)
		if where == 1 {
			runtime.Goexit()
		}
	})
	defer func() { fmt.Println("deferred, recover gives", recover()); stop() }()
	fmt.Println(next())
	fmt.Println(next())
	fmt.Println("not reached")
}

func main() {
	n := runtime.NumGoroutine()
	next, stop := iter.Pull(count(2))
	fmt.Println(runtime.NumGoroutine() - n)
	fmt.Println(next())
	fmt.Println(next())
	fmt.Println(next())
	fmt.Println(next())
	stop()
	fmt.Println(runtime.NumGoroutine() - n)
	for where := range 2 {
		done := make(chan bool)
		go func() {
			defer close(done)
			goexits(where)
		}()
		<-done
	}
	next, stop = iter.Pull(func(func(int) bool) { panic("boom") })
	func() {
		defer func() { fmt.Println("recovered", recover()) }()
		next()
	}()
	fmt.Println(next())
	next, stop = iter.Pull(count(5))
	stop()
	fmt.Println(next())
	// Goroutines that are given up, each in the middle.
	for range 1000 {
		next, _ := iter.Pull(count(3))
		next()
	}
	for range 10 {
		iter.Pull(count(3))
	}
	runtime.GC()
	time.Sleep(time.Millisecond)
	fmt.Println(runtime.NumGoroutine() - n)
}

// CHECK: 1
// CHECK-NEXT: 0 true
// CHECK-NEXT: 1 true
// CHECK-NEXT: 0 false
// CHECK-NEXT: 0 false
// CHECK-NEXT: 0
// CHECK-NEXT: seq deferred
// CHECK-NEXT: deferred, recover gives <nil>
// CHECK-NEXT: 1 true
// CHECK-NEXT: seq deferred
// CHECK-NEXT: deferred, recover gives <nil>
// CHECK-NEXT: recovered boom
// CHECK-NEXT: 0 false
// CHECK-NEXT: 0 false
// CHECK-NEXT: 1010
