// RUN: %minigo build -O2 -o %t %s
// RUN: env GOMAXPROCS=1 %t | FileCheck %s
// RUN: env GOMAXPROCS=2 %t | FileCheck %s
// RUN: env GOMAXPROCS=8 MINIGO_LOCKS_TO_BIAS=1 %t | FileCheck %s
//
// Selects with a default that ask again and again while others send, receive and close: with and without a buffer,
// small and large elements. Nothing is lost, a close is seen, and only once all values have come.
package main

import (
	"fmt"
	"runtime"
	"sync"
)

type large struct{ a, b, c int }

func trySend[T any](c chan T, v T) {
	for sent := false; !sent; {
		select {
		case c <- v:
			sent = true
		default:
			runtime.Gosched()
		}
	}
}

func receiveAll[T any](c chan T, value func(T) int) (sum int) {
	for {
		select {
		case v, ok := <-c:
			if !ok {
				return sum
			}
			sum += value(v)
		default:
			runtime.Gosched()
		}
	}
}

// transfer returns the sum of what several have received from several.
func transfer[T any](c chan T, polls bool, make func(int) T, value func(T) int) (total int) {
	const senders, receivers, each = 3, 3, 500
	var sending, receiving sync.WaitGroup
	var mu sync.Mutex
	for range receivers {
		receiving.Go(func() {
			sum := receiveAll(c, value)
			mu.Lock()
			total += sum
			mu.Unlock()
		})
	}
	for s := range senders {
		sending.Go(func() {
			for i := range each {
				if polls && i%2 == s%2 {
					trySend(c, make(i))
				} else {
					c <- make(i)
				}
			}
		})
	}
	sending.Wait()
	close(c)
	receiving.Wait()
	return total
}

func main() {
	number := func(i int) int { return i }
	for _, capacity := range []int{1, 7} {
		c := make(chan int, capacity)
		// CHECK: [[SUM:374250]]
		// CHECK-NEXT: [[SUM]]
		fmt.Println(transfer(c, true, number, number))
	}
	// Without a buffer a receiver that polls needs a sender that waits.
	// CHECK-NEXT: [[SUM]]
	fmt.Println(transfer(make(chan int), false, number, number))
	of := func(i int) large { return large{i, 2 * i, -2 * i} }
	first := func(v large) int { return v.a + v.b + v.c }
	// CHECK-NEXT: [[SUM]]
	fmt.Println(transfer(make(chan large, 2), true, of, first))

	// One case: a closed channel is ready, a nil channel never.
	closed, none := make(chan int), chan int(nil)
	close(closed)
	select {
	case _, ok := <-closed:
		// CHECK-NEXT: closed true
		fmt.Println("closed", !ok)
	default:
		fmt.Println("closed: default")
	}
	select {
	case <-none:
		fmt.Println("nil: received")
	default:
		// CHECK-NEXT: nil: default
		fmt.Println("nil: default")
	}
	defer func() {
		// CHECK-NEXT: send on closed channel
		fmt.Println(recover())
	}()
	select {
	case closed <- 1:
	default:
		fmt.Println("send: default")
	}
}
