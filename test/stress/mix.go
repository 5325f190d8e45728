// RUN: %minigo build -o %t %s
// RUN: env GOMAXPROCS=1 %t | FileCheck %s
// RUN: env GOMAXPROCS=2 %t | FileCheck %s
// RUN: env GOMAXPROCS=4 MINIGO_SLOTS=2 MINIGO_LOCKS_TO_BIAS=1 %t | FileCheck %s
// RUN: env GOMAXPROCS=16 MINIGO_SLOTS=1 MINIGO_GC_EVERY=50 %t | FileCheck %s
// RUN: env GOMAXPROCS=4 MINIGO_GC_EVERY=50 MINIGO_GC_SNAPSHOT=1 %t | FileCheck %s
//
// Goroutines that do everything at once, for a time: channels of all kinds, select, locks, sleeps,
// timers, garbage, collections, deep stacks, recovered panics, system calls that wait, loops that
// must be preempted. Every sum is checked. The arguments are a seed and milliseconds.
package main

import (
	"fmt"
	"os"
	"runtime"
	"sync"
	"sync/atomic"
	"syscall"
	"time"
)

type random uint64

func (r *random) below(n int) int {
	*r ^= *r << 13
	*r ^= *r >> 7
	*r ^= *r << 17
	return int(uint64(*r) % uint64(n))
}

type tree struct {
	left, right *tree
	value       int
}

func grow(depth, value int) *tree {
	if depth == 0 {
		return &tree{value: value}
	}
	return &tree{grow(depth-1, value), grow(depth-1, value+1), value}
}

func (t *tree) sum() int {
	if t == nil {
		return 0
	}
	return t.value + t.left.sum() + t.right.sum()
}

var failures atomic.Int64

func check(ok bool, what string, seed random) {
	if !ok {
		failures.Add(1)
		fmt.Println("wrong:", what, uint64(seed))
	}
}

func pipeline(r random) {
	seed := r
	n := 1 + r.below(60)
	stages := 1 + r.below(12)
	first := make(chan [3]int, r.below(4))
	last := first
	for range stages {
		next := make(chan [3]int, r.below(3))
		go func(in, out chan [3]int) {
			for v := range in {
				v[1]++
				out <- v
			}
			close(out)
		}(last, next)
		last = next
	}
	go func() {
		for i := range n {
			first <- [3]int{i, 0, -i}
		}
		close(first)
	}()
	i := 0
	for v := range last {
		check(v == [3]int{i, stages, -i}, "pipeline", seed)
		i++
	}
	check(i == n, "pipeline length", seed)
}

func selects(r random) {
	seed := r
	a, b := make(chan int), make(chan string, 1)
	quit := make(chan struct{})
	sums := make(chan int)
	readers := 1 + r.below(6)
	for range readers {
		go func() {
			sum := 0
			for {
				select {
				case v := <-a:
					sum += v
				case s := <-b:
					sum += len(s)
				case <-quit:
					for {
						select {
						case s := <-b:
							sum += len(s)
						default:
							sums <- sum
							return
						}
					}
				}
			}
		}()
	}
	want := 0
	for range 1 + r.below(100) {
		v := r.below(9)
		select {
		case a <- v:
			want += v
		case b <- "word":
			want += 4
		}
	}
	close(quit)
	for range readers {
		want -= <-sums
	}
	check(want == 0, "selects", seed)
}

func locks(r random) {
	seed := r
	var mu sync.Mutex
	var rw sync.RWMutex
	var wg sync.WaitGroup
	m := map[int]int{}
	count, total := 0, 0
	n := 1 + r.below(20)
	for i := range n {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for k := range 10 {
				mu.Lock()
				m[i] += k
				count++
				mu.Unlock()
				rw.RLock()
				_ = total
				rw.RUnlock()
				if k == i%10 {
					runtime.Gosched()
				}
				rw.Lock()
				total += k
				rw.Unlock()
			}
		}()
	}
	wg.Wait()
	check(count == 10*n && total == 45*n && len(m) == n, "locks", seed)
}

func condition(r random) {
	var mu sync.Mutex
	c := sync.NewCond(&mu)
	n := 1 + r.below(10)
	turn := 0
	var wg sync.WaitGroup
	for i := range n {
		wg.Go(func() {
			mu.Lock()
			for turn != i {
				c.Wait()
			}
			turn++
			c.Broadcast()
			mu.Unlock()
		})
	}
	wg.Wait()
	check(turn == n, "condition", r)
}

func timers(r random) {
	seed := r
	fired := make(chan int, 100)
	n := 1 + r.below(20)
	stopped := 0
	var all []*time.Timer
	for i := range n {
		all = append(all, time.AfterFunc(time.Duration(r.below(3000))*time.Microsecond, func() { fired <- i }))
	}
	for i := range n {
		if r.below(3) == 0 && all[i].Stop() {
			stopped++
		}
	}
	for range n - stopped {
		<-fired
	}
	start := time.Now()
	d := time.Duration(r.below(2000)) * time.Microsecond
	select {
	case <-time.After(d):
	case <-make(chan int):
	}
	time.Sleep(d / 2)
	check(time.Since(start) >= d+d/2, "timers", seed)
}

func garbage(r random) {
	depth := r.below(9)
	trees := make(chan *tree, 2)
	go func() {
		for i := range 5 {
			trees <- grow(depth, i)
		}
		close(trees)
	}()
	i := 0
	want := grow(depth, 0).sum()
	for t := range trees {
		check(t.sum() == want+i*(2<<depth-1), "garbage", r)
		i++
	}
	if r.below(20) == 0 {
		runtime.GC()
	}
}

func deep(n int, c chan int) int {
	var pad [64]int
	pad[n%64] = n
	if n == 0 {
		return <-c
	}
	return deep(n-1, c) + pad[n%64] - n
}

func stacks(r random) {
	c := make(chan int)
	n := r.below(400)
	result := make(chan int)
	go func() { result <- deep(n, c) }()
	runtime.Gosched()
	c <- 7
	check(<-result == 7, "stacks", r)
}

func panics(r random) {
	done := make(chan any)
	go func() {
		defer func() { done <- recover() }()
		var none []int
		none[r.below(5)] = 1
	}()
	_, ok := (<-done).(error)
	check(ok, "panics", r)
}

func compute(r random) {
	n := 1000 + r.below(2000000)
	sum, half := 0, 0.0
	for i := range n {
		sum += i
		half += 0.5
	}
	check(sum == n*(n-1)/2 && half == float64(n)/2, "compute", r)
}

// System calls that wait, whose workers' goroutines others take.
func calls(r random) {
	seed := r
	var ends [2]int
	if syscall.Pipe(ends[:]) != nil {
		return // too many files
	}
	n := 1 + r.below(20)
	pause := syscall.NsecToTimespec(int64(r.below(300_000)))
	go func() {
		for i := range n {
			syscall.Write(ends[1], []byte{byte(i)})
			if i%4 == 0 {
				syscall.Nanosleep(&pause, nil)
			}
		}
		syscall.Close(ends[1])
	}()
	sum := 0
	for buffer := make([]byte, 3); ; {
		got, err := syscall.Read(ends[0], buffer)
		if err == syscall.EINTR {
			continue
		}
		if got <= 0 {
			break
		}
		for _, b := range buffer[:got] {
			sum += int(b)
		}
	}
	syscall.Close(ends[0])
	check(sum == n*(n-1)/2, "calls", seed)
}

// Loops that only preemption ends soon: in a sanitizer build, which has none, they end themselves.
func loops(r random) {
	var stop atomic.Bool
	var wg sync.WaitGroup
	for range 1 + r.below(2) {
		wg.Go(func() {
			for i := 0; i < 1<<26 && !stop.Load(); i++ {
			}
		})
	}
	pause := syscall.NsecToTimespec(int64(r.below(100_000)))
	syscall.Nanosleep(&pause, nil)
	stop.Store(true)
	wg.Wait()
}

func number(s string) uint64 {
	n := uint64(0)
	for _, c := range s {
		n = n*10 + uint64(c-'0')
	}
	return n
}

func main() {
	seed, ms := uint64(time.Now().UnixNano())|1, 300
	if len(os.Args) > 1 {
		seed = number(os.Args[1])
	}
	if len(os.Args) > 2 {
		ms = int(number(os.Args[2]))
	}
	r := random(seed)
	kinds := []func(random){pipeline, selects, locks, condition, timers, garbage, stacks, panics, compute, calls, loops}
	end := time.Now().Add(time.Duration(ms) * time.Millisecond)
	running := make(chan bool, 40)
	done := 0
	for time.Now().Before(end) {
		running <- true
		done++
		kind := kinds[r.below(len(kinds))]
		one := random(r.below(1<<40) + 1)
		go func() {
			kind(one)
			<-running
		}()
	}
	for range cap(running) {
		running <- true
	}
	if failures.Load() != 0 {
		fmt.Println("seed", seed)
		os.Exit(1)
	}
	fmt.Println("ok")
	println(done, "tasks, seed", seed)
}

// CHECK: {{^}}ok{{$}}
