// RUN: %minigo build -o %t %s
// RUN: env GOMAXPROCS=1 %t | FileCheck %s
// RUN: env GOMAXPROCS=4 %t | FileCheck %s
// RUN: env GOMAXPROCS=1 MINIGO_GC_SNAPSHOT=1 %t | FileCheck %s
// Records of goroutines that have ended are used again after collections that have seen them all dead; what the new
// goroutines hold, in arguments or on their stacks, stays.
package main

import (
	"fmt"
	"runtime"
	"sync"
)

type value struct{ number, check int }

func storm(n int) {
	var wg sync.WaitGroup
	wg.Add(n)
	for range n {
		go wg.Done()
	}
	wg.Wait()
}

// litter takes the memory of whatever has been freed.
func litter() (kept []*value) {
	for range 20000 {
		kept = append(kept, &value{-1, -1})
	}
	return kept
}

func main() {
	wrong := 0
	var kept []*value
	for round := range 5 {
		storm(5000)
		runtime.GC()
		runtime.GC()
		var mu sync.Mutex
		var wg sync.WaitGroup
		gate := make(chan bool)
		wg.Add(300)
		for i := range 300 {
			go func(v *value) { // some wait for their first run, some at the gate
				mine := &value{i, i}
				if i%2 == 0 {
					<-gate
				}
				mu.Lock()
				if *v != (value{round, i}) || *mine != (value{i, i}) {
					wrong++
				}
				mu.Unlock()
				wg.Done()
			}(&value{round, i})
			if i == 150 {
				runtime.Gosched()
			}
		}
		runtime.GC()
		kept = litter()
		close(gate)
		wg.Wait()
	}
	// CHECK: 0 wrong
	fmt.Println(wrong, "wrong", len(kept) == 0)
}
