// RUN: %minigo run %s 2>&1 | FileCheck --strict-whitespace --match-full-lines %s
// Timers and tickers: order, Stop, Reset, and that no stale time is received.
package main

import (
	"fmt"
	"sync"
	"time"
)

func try(name string, f func()) {
	defer func() { fmt.Println(name, recover()) }()
	f()
}

func received(c <-chan time.Time) bool {
	select {
	case <-c:
		return true
	default:
		return false
	}
}

func main() {
	start := time.Now()
	t := time.NewTimer(20 * time.Millisecond)
	fmt.Println(len(t.C), cap(t.C), received(t.C))
	at := <-t.C
	fmt.Println(at.Sub(start) >= 20*time.Millisecond, t.Stop(), t.Reset(time.Hour), t.Stop(), t.Stop())
	t.Reset(time.Millisecond)
	time.Sleep(20 * time.Millisecond)
	fmt.Println(len(t.C), t.Stop(), received(t.C))
	t.Reset(time.Millisecond)
	time.Sleep(20 * time.Millisecond)
	fmt.Println(t.Reset(time.Hour), received(t.C), t.Stop())

	var mu sync.Mutex
	var order []int
	var wg sync.WaitGroup
	for _, ms := range []int{50, 10, 90, 30, 70} {
		wg.Add(1)
		time.AfterFunc(time.Duration(ms)*time.Millisecond, func() {
			defer wg.Done()
			mu.Lock()
			order = append(order, ms)
			mu.Unlock()
		})
	}
	wg.Wait()
	fmt.Println(order)
	called := make(chan bool)
	f := time.AfterFunc(time.Hour, func() { called <- true })
	fmt.Println(f.C == nil, f.Stop(), f.Reset(time.Millisecond), <-called, f.Stop())

	tick := time.NewTicker(5 * time.Millisecond)
	last := time.Now()
	for range 3 {
		next := <-tick.C
		fmt.Println(next.After(last))
		last = next
	}
	tick.Reset(time.Hour)
	fmt.Println(received(tick.C))
	tick.Reset(time.Millisecond)
	<-tick.C
	tick.Stop()
	tick.Stop()
	time.Sleep(5 * time.Millisecond)
	fmt.Println(received(tick.C))

	work := make(chan int)
	select {
	case <-work:
	case <-time.After(10 * time.Millisecond):
		fmt.Println("timeout")
	}
	go func() {
		time.Sleep(time.Millisecond)
		work <- 7
	}()
	select {
	case v := <-work:
		fmt.Println(v)
	case <-time.After(time.Minute):
		fmt.Println("timeout")
	}
	fmt.Println(time.Tick(0) == nil)
	try("ticker", func() { time.NewTicker(0) })
	try("reset", func() { tick.Reset(-1) })
	try("timer", func() { new(time.Timer).Stop() })
	try("timer", func() { new(time.Timer).Reset(1) })
	new(time.Ticker).Stop()
	many := make(chan int, 1000)
	var timers []*time.Timer
	for i := range 1000 {
		timers = append(timers, time.AfterFunc(time.Duration(i%37)*time.Millisecond/4+30*time.Millisecond, func() { many <- i }))
	}
	stopped := 0
	for i, timer := range timers {
		if i%3 == 0 && timer.Stop() {
			stopped++
		}
	}
	for range 1000 - stopped {
		if i := <-many; i%3 == 0 {
			fmt.Println("fired", i)
		}
	}
	fmt.Println(stopped)
	<-time.After(-1)
}

// CHECK:0 0 false
// CHECK-NEXT:true false false true false
// CHECK-NEXT:0 true false
// CHECK-NEXT:true false true
// CHECK-NEXT:[10 30 50 70 90]
// CHECK-NEXT:true true false true false
// CHECK-NEXT:true
// CHECK-NEXT:true
// CHECK-NEXT:true
// CHECK-NEXT:false
// CHECK-NEXT:false
// CHECK-NEXT:timeout
// CHECK-NEXT:7
// CHECK-NEXT:true
// CHECK-NEXT:ticker non-positive interval for NewTicker
// CHECK-NEXT:reset non-positive interval for Ticker.Reset
// CHECK-NEXT:timer time: Stop called on uninitialized Timer
// CHECK-NEXT:timer time: Reset called on uninitialized Timer
// CHECK-NEXT:334
