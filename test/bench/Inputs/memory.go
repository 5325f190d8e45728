// The rows of memory.py: memory ROW WORKERS prints one line of "name value" pairs.
package main

import (
	"fmt"
	"os"
	"runtime"
	"strconv"
	"sync"
	"sync/atomic"
	"time"
)

type pair struct{ a, b int }

type node struct {
	left, right *node
	value, more int
}

// What the last objects are kept in, so that they are made at all.
type kept struct {
	pairs [64]*pair
	nodes [64]*node
	bytes [64][]byte
	_     [64]byte
}

var keeps [16]kept

func makePairs(worker, n int) {
	k := &keeps[worker]
	for i := 0; i < n; i++ {
		k.pairs[i%64] = &pair{i, i}
	}
}

func makeNodes(worker, n int) {
	k := &keeps[worker]
	for i := 0; i < n; i++ {
		k.nodes[i%64] = &node{left: k.nodes[(i+63)%64], value: i}
		if i%64 == 63 {
			k.nodes[63].left = nil
		}
	}
}

func makeBytes(worker, n int) {
	k := &keeps[worker]
	for i := 0; i < n; i++ {
		k.bytes[i%64] = make([]byte, 64<<10)
	}
}

// Nanoseconds of wall time for each of n objects that every worker makes.
func each(workers, n int, makes func(worker, n int)) {
	var wg sync.WaitGroup
	begin := time.Now()
	for w := 1; w < workers; w++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			makes(w, n)
		}()
	}
	makes(0, n)
	wg.Wait()
	fmt.Println("ns", float64(time.Since(begin).Nanoseconds())/float64(n))
}

// Collects three times while another goroutine looks at the clock without end: how long a collection
// takes, and the longest time that the other one stood still.
func collections() {
	var stop, seen atomic.Bool
	var longest time.Duration
	done := make(chan bool)
	go func() {
		last := time.Now()
		for more := true; more; {
			more = !stop.Load() // before the look at the clock: the last gap counts
			now := time.Now()
			if gap := now.Sub(last); gap > longest && seen.Load() {
				longest = gap
			}
			last = now
			seen.Store(true)
		}
		done <- true
	}()
	for !seen.Load() {
		runtime.Gosched()
	}
	var total time.Duration
	for i := 0; i < 3; i++ {
		begin := time.Now()
		runtime.GC()
		total += time.Since(begin)
		time.Sleep(20 * time.Millisecond) // so that the other one runs between two of them
	}
	stop.Store(true)
	<-done
	fmt.Println("ns", total.Nanoseconds()/3, "pause", longest.Nanoseconds())
}

func parked(n int) {
	var wg sync.WaitGroup
	wake := make(chan bool)
	for i := 0; i < n; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			<-wake
		}()
	}
	for i := 0; i < 100; i++ {
		runtime.Gosched()
	}
	time.Sleep(10 * time.Millisecond)
	collections()
	close(wake)
	wg.Wait()
}

func tree(depth int) *node {
	if depth == 0 {
		return &node{}
	}
	return &node{left: tree(depth - 1), right: tree(depth - 1), value: depth}
}

func (n *node) count() int {
	if n == nil {
		return 0
	}
	return 1 + n.left.count() + n.right.count()
}

// 32 bytes each.
func heap(n int) {
	depth := 0
	for 1<<(depth+1) < n {
		depth++
	}
	t := tree(depth)
	collections()
	if t.count() != 1<<(depth+1)-1 {
		panic("nodes are missing")
	}
}

func main() {
	workers, _ := strconv.Atoi(os.Args[2])
	switch os.Args[1] {
	case "start":
		fmt.Println("ns", 0)
	case "small":
		each(workers, 20_000_000, makePairs)
	case "pointers":
		each(workers, 20_000_000, makeNodes)
	case "large":
		each(workers, 100_000, makeBytes)
	case "goroutines":
		parked(1_000_000)
	case "heap":
		heap(1 << 25)
	}
}
