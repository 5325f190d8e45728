// RUN: %minigo build -O2 -o %t %s
// RUN: env GOMAXPROCS=1 %t | FileCheck %s
// RUN: env GOMAXPROCS=2 %t | FileCheck %s
// RUN: env GOMAXPROCS=4 %t | FileCheck %s
// RUN: env GOMAXPROCS=4 MINIGO_SLOTS=2 %t | FileCheck %s
// RUN: env GOMAXPROCS=4 MINIGO_LOCKS_TO_BIAS=1 %t | FileCheck %s
// RUN: env GOMAXPROCS=4 %python %S/Inputs/without_membarrier.py %t | FileCheck %s
//
// Channels that one worker uses thousands of times in a row, and then another: their locks are biased to the one,
// taken from it, and biased to the other. Selects that hold more locks at a time than can be biased.
package main

import (
	"fmt"
	"runtime"
	"sync"
)

// burst hands n values through the channel, to and fro.
func burst(c chan int, n int) (sum int) {
	done := make(chan bool)
	go func() {
		for range n {
			sum += <-c
		}
		done <- true
	}()
	for i := range n {
		c <- i
	}
	<-done
	return sum
}

// keepBusy gives other workers something to do, so that goroutines change workers.
func keepBusy(stop chan bool, wg *sync.WaitGroup) {
	defer wg.Done()
	for {
		select {
		case <-stop:
			return
		default:
			runtime.Gosched()
		}
	}
}

func main() {
	stop := make(chan bool)
	var busy sync.WaitGroup
	for range 2 {
		busy.Add(1)
		go keepBusy(stop, &busy)
	}
	shared := [3]chan int{make(chan int), make(chan int, 1), make(chan int, 64)}
	total := 0
	for round := range 12 {
		var wg sync.WaitGroup
		var sums [3]int
		for i, c := range shared { // three bursts beside each other, by turns on one channel each
			wg.Go(func() { sums[i] = burst(c, 3000+100*round) })
		}
		wg.Wait()
		for _, sum := range sums {
			total += sum
		}
	}
	close(stop)
	busy.Wait()
	// CHECK: 228926100
	fmt.Println(total)

	// Twelve channels in a select, of which each is used in a row before and after.
	var many [12]chan int
	for i := range many {
		many[i] = make(chan int, 1)
	}
	results := make(chan int, 4)
	for range 4 {
		go func() {
			sum := 0
			for open := true; open; {
				v := 0
				select {
				case v, open = <-many[0]:
				case v = <-many[1]:
				case v = <-many[2]:
				case v = <-many[3]:
				case v = <-many[4]:
				case v = <-many[5]:
				case v = <-many[6]:
				case v = <-many[7]:
				case v = <-many[8]:
				case v = <-many[9]:
				case v = <-many[10]:
				case v = <-many[11]:
				}
				sum += v
			}
			results <- sum
		}()
	}
	for i := range 12 * 3000 {
		many[i/3000] <- 1
	}
	for i := range 11 {
		for len(many[i+1]) > 0 { // the last value of each is on its way
			runtime.Gosched()
		}
	}
	close(many[0])
	sum := 0
	for range 4 {
		sum += <-results
	}
	// CHECK-NEXT: 36000
	fmt.Println(sum)
}
