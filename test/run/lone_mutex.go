// RUN: %minigo build -o %t %s
// RUN: env GOMAXPROCS=1 %t | FileCheck %s
// RUN: env GOMAXPROCS=2 %t | FileCheck %s
// A Mutex is held by one goroutine at a time, wherever those who lock and unlock it are interrupted,
// also when there are more workers afterwards.
package main

import (
	"fmt"
	"runtime"
	"sync"
)

type counter struct {
	sync.Mutex
	n int
}

// Most of the time goes into Lock and Unlock, and a change that is lost shows.
func (c *counter) add(times int) {
	for range times {
		c.Lock()
		n := c.n
		for i := range 8 {
			n ^= i
		}
		c.n = n + 1
		c.Unlock()
	}
}

func count(workers, goroutines, times int) {
	before := runtime.GOMAXPROCS(workers)
	defer runtime.GOMAXPROCS(before)
	var c counter
	var wg sync.WaitGroup
	for range goroutines {
		wg.Go(func() { c.add(times) })
	}
	wg.Wait()
	fmt.Println(c.n)
}

func main() {
	count(runtime.GOMAXPROCS(0), 2, 150_000_000)
	count(2, 4, 100_000)
	count(1, 4, 100_000)
	// CHECK: 300000000
	// CHECK-NEXT: 400000
	// CHECK-NEXT: 400000
}
