// RUN: %minigo build -o %t %s
// RUN: env MINIGO_GC_SNAPSHOT=1 GOMAXPROCS=1 %t | FileCheck %s
// RUN: env MINIGO_GC_SNAPSHOT=1 GOMAXPROCS=2 %t | FileCheck %s
// RUN: env MINIGO_GC_SNAPSHOT=1 GOMAXPROCS=4 MINIGO_SLOTS=2 MINIGO_GC_EVERY=20 %t | FileCheck %s
// RUN: env MINIGO_GC_SNAPSHOT=0 %t | FileCheck %s
//
// While a collection marks in a snapshot, the program makes, moves and revives objects; none that
// it can reach may be lost, and what it cannot reach must go.
package main

import (
	"fmt"
	"runtime"
	"strconv"
	"sync"
	"sync/atomic"
	"syscall"
	"time"
	"unique"
	"weak"
)

type node struct {
	next  *node
	value int
	data  [3]int
}

func list(n, salt int) (first *node) {
	for i := range n {
		first = &node{next: first, value: i ^ salt}
	}
	return first
}

func (n *node) holds(count, salt int) bool {
	for i := count - 1; i >= 0; i, n = i-1, n.next {
		if n == nil || n.value != i^salt || n.data != [3]int{} {
			return false
		}
	}
	return n == nil
}

// Something to mark, so that a snapshot takes its time.
var ballast = list(1<<15, 5)

func garbage(n int) {
	for range n {
		l := &node{data: [3]int{-1, -1, -1}}
		l.next = l // and so nobody reads it
	}
}

// Lists are made and handed on from place to place while collections go on; each worker remembers its last ones.
func movers(workers int) bool {
	var wg sync.WaitGroup
	var wrong atomic.Int64
	places := make([]atomic.Pointer[node], 8)
	stop := time.Now().Add(150 * time.Millisecond)
	for w := range workers {
		wg.Add(1)
		go func() {
			defer wg.Done()
			recent := make([]*node, 256)
			for i := w; time.Now().Before(stop); i++ {
				garbage(3)
				last := recent[i%len(recent)]
				if last != nil && !last.holds(10, last.value^9) {
					wrong.Add(1)
				}
				recent[i%len(recent)] = list(10, i)
				taken := places[i*7%len(places)].Swap(list(10, i))
				if taken != nil && !taken.holds(10, taken.value^9) {
					wrong.Add(1)
				}
				places[i*5%len(places)].Store(taken)
				if i%50 == 0 {
					runtime.Gosched()
				}
			}
		}()
	}
	for time.Now().Before(stop) {
		runtime.GC()
	}
	wg.Wait()
	return wrong.Load() == 0
}

//go:noinline
func weakLists(n int) []weak.Pointer[node] {
	weaks := make([]weak.Pointer[node], n)
	for i := range weaks {
		weaks[i] = weak.Make(list(5, i))
	}
	return weaks
}

// Weak pointers give their objects, one after the other, while these are found unreachable: nil or all
// of the object.
func revived() (wrong, gone int) {
	for round := 0; round < 6 || gone <= 500 && round < 300; round++ { // where the machine is busy, some rounds end too early
		weaks := weakLists(1000)
		kept := make([]*node, len(weaks))
		var done atomic.Bool
		go func() {
			runtime.GC()
			done.Store(true)
		}()
		for i := 0; i < len(weaks) && !done.Load(); i++ {
			if p := weaks[i].Value(); p != nil {
				kept[i] = p.next // only what hangs on it
			}
			garbage(20)
			if i%10 == 0 {
				runtime.Gosched()
			}
		}
		for !done.Load() {
			runtime.Gosched()
		}
		garbage(20000)
		for i, w := range weaks {
			if kept[i] != nil && !kept[i].holds(4, i) {
				wrong++
			}
			if p := w.Value(); p != nil && !p.holds(5, i) {
				wrong++
			} else if p == nil {
				gone++
			}
		}
	}
	return
}

func handles() bool {
	for i := range 300 {
		a := unique.Make(strconv.Itoa(i%10) + " is the number")
		garbage(50)
		b := unique.Make(strconv.Itoa(i%10) + " is the number")
		if a != b || a.Value()[0] != byte('0'+i%10) {
			return false
		}
	}
	return true
}

var finalized atomic.Int64

//go:noinline
func withFinalizers(n int) {
	for i := range n {
		o := &node{next: list(3, i), value: i}
		runtime.SetFinalizer(o, func(o *node) {
			if o.next.holds(3, o.value) {
				finalized.Add(1)
			} else {
				finalized.Add(-1000)
			}
		})
	}
}

func finalizers() bool {
	withFinalizers(200)
	for range 10 {
		runtime.GC()
		garbage(1000)
		time.Sleep(time.Millisecond)
	}
	return finalized.Load() >= 190 && finalized.Load() <= 200
}

func timers() bool {
	for range 100 {
		time.NewTicker(time.Millisecond) // nobody can receive from it
	}
	due := time.After(30 * time.Millisecond)
	called := make(chan bool)
	time.AfterFunc(10*time.Millisecond, func() { called <- true })
	runtime.GC()
	<-called
	<-due
	return true
}

// A program waits for all of its children: those of the collector are none of them.
func waitForAny() error {
	_, err := syscall.Wait4(-1, nil, 0, nil)
	return err
}

func main() {
	fmt.Println(movers(3))
	wrong, gone := revived()
	fmt.Println(wrong, gone > 500, handles(), finalizers(), timers())
	fmt.Println(ballast.holds(1<<15, 5), waitForAny())
	before, after := &runtime.MemStats{}, &runtime.MemStats{}
	runtime.ReadMemStats(before)
	garbage(100_000)
	runtime.GC()
	runtime.ReadMemStats(after)
	fmt.Println(after.NumGC > before.NumGC, after.Frees-before.Frees > 90_000, after.HeapObjects > 1<<15, after.HeapAlloc < 1<<28)
}

// CHECK: true
// CHECK-NEXT: 0 true true true true
// CHECK-NEXT: true no child processes
// CHECK-NEXT: true true true true
