// RUN: %minigo build -o %t %s
// RUN: env GOMAXPROCS=1 %t | FileCheck %s
// RUN: env GOMAXPROCS=4 %t | FileCheck %s
// RUN: env GOMAXPROCS=2 MINIGO_SLOTS=2 MINIGO_GC_EVERY=50000 %t | FileCheck %s
// UNSUPPORTED: sanitizer
// (Nothing is preempted there.)
//
// Signals come in faster than goroutines can do anything: the one that preempts, and one that the program asks for.
// Everything that is computed meanwhile, in registers of all kinds, on stacks and through channels, is right.
package main

import (
	"fmt"
	"os"
	"os/signal"
	"sync"
	"sync/atomic"
	"syscall"
)

type node struct {
	next  *node
	value int
}

func integers(n int) (sum int) {
	a, b, c, d := 1, 2, 3, 4
	for i := range n {
		a, b, c, d = b^i, c+a, d*3+b, a-c
		sum += a ^ b ^ c ^ d
	}
	return sum
}

func floats(n int) float64 {
	x, y, z := 0.5, 1.5, 2.5
	for i := range n {
		x, y, z = y*0.25+z*0.5, z-x*0.125, x+float64(i%7)
	}
	return x + y + z
}

func deep(n int, under *int) int {
	here := *under + n
	if n == 0 {
		return here
	}
	return deep(n-1, &here) - here + n
}

func lists(n int) (sum int) {
	var first *node
	for i := range n {
		first = &node{first, i}
	}
	for at := first; at != nil; at = at.next {
		sum += at.value
	}
	return sum
}

func relay(n int) (sum int) {
	c, done := make(chan int), make(chan int, 1)
	go func() {
		for v := range c {
			sum += v
		}
		done <- sum
	}()
	for i := range n {
		c <- i
	}
	close(c)
	return <-done
}

// work gives one number for everything.
func work() (sum int) {
	zero := 0
	return integers(20000) + int(floats(20000)*1e6) + deep(200, &zero) + lists(3000) + relay(500)
}

func main() {
	expected := work()
	received := make(chan os.Signal, 1)
	signal.Notify(received, syscall.SIGUSR1)
	var got, sent, wrong atomic.Int64
	go func() {
		for range received {
			got.Add(1)
		}
	}()
	var quit atomic.Bool
	var storm, workers sync.WaitGroup
	self := os.Getpid()
	for _, s := range []syscall.Signal{syscall.SIGURG, syscall.SIGURG, syscall.SIGUSR1} {
		storm.Go(func() {
			for !quit.Load() {
				if syscall.Kill(self, s) != nil {
					panic("kill")
				}
				sent.Add(1)
			}
		})
	}
	for range 8 {
		workers.Go(func() {
			for range 100 {
				if work() != expected {
					wrong.Add(1)
				}
			}
		})
	}
	workers.Wait()
	for sent.Load() < 20000 || got.Load() == 0 {
		work()
	}
	quit.Store(true)
	storm.Wait()
	// CHECK: 0 wrong true
	fmt.Println(wrong.Load(), "wrong", got.Load() > 0)
}
