// RUN: %minigo run %s 2>&1 | FileCheck --strict-whitespace --match-full-lines %s
// Timers and tickers that nobody can receive from are collected, also when they have not been stopped; those
// that somebody waits for, and functions that are due, are not.
package main

import (
	"fmt"
	"runtime"
	"sync/atomic"
	"time"
)

var gone atomic.Int32

//go:noinline
func abandon(n int) {
	for range n {
		t := time.NewTicker(time.Hour)
		runtime.AddCleanup(t, func(int) { gone.Add(1) }, 0)
		time.NewTimer(time.Hour).Reset(2 * time.Hour)
		<-t.C // never
	}
}

//go:noinline
func leave(n int) {
	for i := range n {
		t := time.NewTicker(time.Duration(i+1) * time.Hour)
		runtime.AddCleanup(t, func(int) { gone.Add(1) }, 0)
		time.NewTimer(time.Hour)
		time.After(time.Hour)
	}
}

//go:noinline
func spoilStack(n int) int {
	var a [64]int
	if n == 0 {
		return a[3]
	}
	return spoilStack(n-1) + a[n%64]
}

func heap() uint64 {
	spoilStack(50)
	for range 5 {
		runtime.GC()
		runtime.Gosched()
	}
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

func main() {
	before := heap()
	leave(20_000)
	after := heap()
	fmt.Println(gone.Load() >= 19_990, after < before+100_000)

	go abandon(1)
	fired := make(chan int, 2)
	time.AfterFunc(20*time.Millisecond, func() { fired <- 1 })
	only := time.After(20 * time.Millisecond)
	ticker := time.NewTicker(5 * time.Millisecond)
	waiting := make(chan time.Time)
	go func() {
		waiting <- <-time.NewTimer(10 * time.Millisecond).C
	}()
	time.Sleep(time.Millisecond)
	heap()
	<-only
	<-ticker.C
	<-waiting
	fmt.Println(<-fired, gone.Load() <= 20_000)
}

// CHECK:true true
// CHECK-NEXT:1 true
