// Prints nanoseconds for one operation of each kind, by the clock and of processor time: "name ns cpu-ns".
package main

import (
	"fmt"
	"os"
	"runtime"
	"sync"
	"syscall"
	"time"
)

// processorTime counts child processes too: a collector may work in one.
func processorTime() (sum int64) {
	for _, who := range []int{syscall.RUSAGE_SELF, syscall.RUSAGE_CHILDREN} {
		var usage syscall.Rusage
		syscall.Getrusage(who, &usage)
		sum += usage.Utime.Nano() + usage.Stime.Nano()
	}
	return sum
}

func measure(name string, n int, f func(n int)) {
	if len(os.Args) > 1 && os.Args[1] != name {
		return
	}
	f(n/10 + 1) // warm up
	start, cpu := time.Now(), processorTime()
	f(n)
	elapsed, cpu := time.Since(start), processorTime()-cpu
	fmt.Println(name, float64(elapsed.Nanoseconds())/float64(n), float64(cpu)/float64(n))
}

func spawn(n int) {
	var wg sync.WaitGroup
	wg.Add(n)
	for range n {
		go wg.Done()
	}
	wg.Wait()
}

func gosched(n int) {
	done := make(chan bool)
	for range 2 {
		go func() {
			for range n / 2 {
				runtime.Gosched()
			}
			done <- true
		}()
	}
	<-done
	<-done
}

func roundTrip(n int) {
	a, b := make(chan int), make(chan int)
	go func() {
		for v := range a {
			b <- v
		}
	}()
	for i := range n {
		a <- i
		<-b
	}
	close(a)
}

// Two goroutines that do not sleep, so that each has a worker of its own; none where there is one.
func across(n int) {
	a, b := make(chan int, 1), make(chan int, 1)
	go func() {
		for {
			select {
			case v, ok := <-a:
				if !ok {
					return
				}
				b <- v
			default:
			}
		}
	}()
	for i := range n {
		a <- i
		for got := false; !got; {
			select {
			case <-b:
				got = true
			default:
			}
		}
	}
	close(a)
}

func buffered(n int) {
	c := make(chan int, 100)
	go func() {
		for i := range n {
			c <- i
		}
		close(c)
	}()
	for range c {
	}
}

func select2(n int) {
	a, b := make(chan int), make(chan int)
	quit := make(chan bool)
	go func() {
		for {
			select {
			case v := <-a:
				b <- v
			case <-quit:
				return
			}
		}
	}()
	for i := range n {
		a <- i
		<-b
	}
	close(quit)
}

func select8(n int) {
	var c [8]chan int
	for i := range c {
		c[i] = make(chan int, 1)
	}
	for i := range n {
		c[i%8] <- i
		select {
		case <-c[0]:
		case <-c[1]:
		case <-c[2]:
		case <-c[3]:
		case <-c[4]:
		case <-c[5]:
		case <-c[6]:
		case <-c[7]:
		}
	}
}

func mutex(n int) {
	var mu sync.Mutex
	for range n {
		mu.Lock()
		mu.Unlock()
	}
}

func contended(n int) {
	var mu sync.Mutex
	var wg sync.WaitGroup
	count := 0
	for range 8 {
		wg.Go(func() {
			for range n / 8 {
				mu.Lock()
				count++
				mu.Unlock()
			}
		})
	}
	wg.Wait()
}

func waitGroup(n int) {
	for range n {
		var wg sync.WaitGroup
		wg.Add(1000)
		for range 1000 {
			go wg.Done()
		}
		wg.Wait()
	}
}

func timer(n int) {
	for range n {
		time.NewTimer(time.Hour).Stop()
	}
}

func skynet(c chan int, num, size int) {
	if size == 1 {
		c <- num
		return
	}
	rc := make(chan int)
	for i := range 10 {
		go skynet(rc, num+i*(size/10), size/10)
	}
	sum := 0
	for range 10 {
		sum += <-rc
	}
	c <- sum
}

func million(n int) {
	for range n {
		c := make(chan int)
		go skynet(c, 0, 1000000)
		if <-c != 499999500000 {
			panic("skynet")
		}
	}
}

func filter(in, out chan int, prime int) {
	for v := range in {
		if v%prime != 0 {
			out <- v
		}
	}
	close(out)
}

// The n-th prime, by a chain of n goroutines.
func sieve(n int) {
	numbers := make(chan int)
	quit := make(chan bool)
	go func() {
		for i := 2; ; i++ {
			select {
			case numbers <- i:
			case <-quit:
				close(numbers)
				return
			}
		}
	}()
	c := numbers // the end of the chain
	for range n {
		prime := <-c
		next := make(chan int)
		go filter(c, next, prime)
		c = next
	}
	close(quit)
	for range c {
	}
}

func matrix(n int) {
	const size = 300
	for range n {
		var a, b, c [size][size]float64
		for i := range size {
			for j := range size {
				a[i][j], b[i][j] = float64(i+j), float64(i-j)
			}
		}
		var wg sync.WaitGroup
		for part := range 4 {
			wg.Go(func() {
				for i := part; i < size; i += 4 {
					for j := range size {
						sum := 0.0
						for k := range size {
							sum += a[i][k] * b[k][j]
						}
						c[i][j] = sum
					}
				}
			})
		}
		wg.Wait()
	}
}

func main() {
	measure("spawn", 1000000, spawn)
	measure("gosched", 3000000, gosched)
	measure("round-trip", 1000000, roundTrip)
	if runtime.GOMAXPROCS(0) > 1 {
		measure("across", 300000, across)
	}
	measure("buffered", 5000000, buffered)
	measure("select-2", 1000000, select2)
	measure("select-8", 1000000, select8)
	measure("mutex", 20000000, mutex)
	measure("contended", 4000000, contended)
	measure("waitgroup-1000", 1000, waitGroup)
	measure("timer", 3000000, timer)
	measure("skynet", 2, million)
	measure("sieve", 1000, sieve)
	measure("matrix", 10, matrix)
}
