// RUN: %minigo build -o %t %s
// RUN: env GOMAXPROCS=1 %t | FileCheck %s
// RUN: env GOMAXPROCS=2 %t | FileCheck %s
// Nothing is preempted under sanitizers, which would not know the switch.
// UNSUPPORTED: sanitizer
// Goroutines that wake each other for ever, and so inherit their time slice from each other, leave
// room for others all the same: for one that waits in the queue, and for one whose time has come.
package main

import (
	"fmt"
	"sync/atomic"
	"time"
)

var stopped atomic.Bool

func playBall() {
	a, b := make(chan int), make(chan int)
	go func() {
		for v := range a {
			b <- v
		}
	}()
	time.Sleep(time.Millisecond) // the other one waits: from now on each wakes the next
	turn := make(chan bool)
	go func() {
		turn <- true
	}()
	for done := false; !done; {
		a <- 1
		<-b
		select {
		case <-turn:
			done = true
		default:
		}
	}
	// CHECK: queue
	fmt.Println("queue")

	go func() {
		time.Sleep(2 * time.Millisecond)
		stopped.Store(true)
	}()
	for !stopped.Load() {
		a <- 1
		<-b
	}
	// CHECK: clock
	fmt.Println("clock")
	close(a)
}

func main() {
	playBall()
	// CHECK: done
	fmt.Println("done")
}
