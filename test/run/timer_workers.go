// RUN: %minigo build -O2 -o %t %s
// RUN: env GOMAXPROCS=1 %t | FileCheck %s
// RUN: env GOMAXPROCS=2 %t | FileCheck %s
// RUN: env GOMAXPROCS=8 %t | FileCheck %s
//
// Timers that are moved and stopped by other workers than the one whose queue they are in, while they fire: each call
// of Stop that says so has kept the function from being called, and each other one has not.
package main

import (
	"fmt"
	"sync"
	"sync/atomic"
	"time"
)

func main() {
	const goroutines, each = 8, 400
	var fired, stopped, left atomic.Int64
	timers := make(chan *time.Timer, 64)
	var makers, others sync.WaitGroup
	for range goroutines {
		makers.Go(func() {
			for i := range each {
				d := time.Duration(i%5) * 100 * time.Microsecond
				if i%4 == 0 {
					d = time.Hour
				}
				timers <- time.AfterFunc(d, func() { fired.Add(1) })
			}
		})
		others.Go(func() {
			n := 0
			for timer := range timers {
				n++
				if n%3 == 0 && timer.Reset(time.Duration(n%7)*50*time.Microsecond) {
					// It was active: counts once, however it ends.
				} else if n%3 == 0 {
					left.Add(1) // had fired: is due once more
				}
				if timer.Stop() {
					stopped.Add(1)
				}
			}
		})
	}
	makers.Wait()
	close(timers)
	others.Wait()
	for fired.Load()+stopped.Load() < goroutines*each+left.Load() {
		time.Sleep(time.Millisecond)
	}
	time.Sleep(5 * time.Millisecond) // one too many would show
	// CHECK: functions: true
	fmt.Println("functions:", fired.Load()+stopped.Load() == goroutines*each+left.Load())

	// Channels: after Stop nothing comes, after Reset the new time only.
	wrong := 0
	var wg sync.WaitGroup
	var mu sync.Mutex
	for range goroutines {
		timer := time.NewTimer(time.Millisecond)
		wg.Go(func() {
			for i := range each {
				timer.Stop()
				select {
				case <-timer.C:
					mu.Lock()
					wrong++
					mu.Unlock()
				default:
				}
				asked := time.Now()
				timer.Reset(time.Duration(i%3) * 20 * time.Microsecond)
				if i%2 == 0 && (<-timer.C).Before(asked) {
					mu.Lock()
					wrong++
					mu.Unlock()
				}
			}
		})
	}
	wg.Wait()
	// CHECK-NEXT: channels: 0
	fmt.Println("channels:", wrong)
}
