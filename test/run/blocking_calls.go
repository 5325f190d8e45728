// RUN: %minigo build -o %t %s
// RUN: env GOMAXPROCS=1 %t %t.lock | FileCheck %s
// RUN: env GOMAXPROCS=2 %t %t.lock | FileCheck %s
// RUN: env GOMAXPROCS=4 %t %t.lock | FileCheck %s
// RUN: env GOMAXPROCS=2 MINIGO_SLOTS=2 %t %t.lock | FileCheck %s
// A system call that makes its thread wait holds up nobody else: not those who could end the wait, nor
// sleepers, timers, collections and those who wait for pipes. As many goroutines as GOMAXPROCS run
// at a time afterwards as well.
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

func lock(how uintptr) *os.File {
	f, err := os.OpenFile(os.Args[1], os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		panic(err)
	}
	for {
		_, _, errno := syscall.Syscall(syscall.SYS_FLOCK, f.Fd(), how, 0)
		if errno == 0 {
			return f
		}
		if errno != syscall.EINTR {
			panic(errno)
		}
	}
}

const exclusive = syscall.LOCK_EX

// A timer alone ends the wait; there has been no go statement yet.
func timer() {
	held := lock(exclusive)
	time.AfterFunc(20*time.Millisecond, func() { held.Close() })
	lock(exclusive).Close()
	fmt.Println("timer")
}

// Each waits in the system for the one before it.
func chain(n int) {
	held := lock(exclusive)
	var wg sync.WaitGroup
	var entered, inside atomic.Int32
	for range n {
		wg.Go(func() {
			entered.Add(1)
			f := lock(exclusive)
			if inside.Add(1) != 1 {
				fmt.Println("two hold the lock")
			}
			time.Sleep(time.Millisecond)
			runtime.Gosched()
			inside.Add(-1)
			f.Close()
		})
	}
	for int(entered.Load()) < n {
		runtime.Gosched()
	}
	held.Close()
	wg.Wait()
	fmt.Println("chain", entered.Load())
}

// Sleepers, timers, pipes and collections go on while all workers are in calls.
func others() {
	held := lock(exclusive)
	const blocked = 5
	var wg, wokeUp sync.WaitGroup
	for range blocked {
		wg.Go(func() { lock(exclusive).Close() })
	}
	fired := make(chan bool, 1)
	time.AfterFunc(20*time.Millisecond, func() { fired <- true })
	for i := range 10 {
		wokeUp.Go(func() { time.Sleep(time.Duration(i) * time.Millisecond) })
	}
	r, w, _ := os.Pipe()
	wokeUp.Go(func() {
		b := make([]byte, 1)
		r.Read(b)
	})
	go func() {
		time.Sleep(30 * time.Millisecond)
		w.Write([]byte("x"))
	}()
	wokeUp.Wait()
	<-fired
	runtime.GC()
	held.Close()
	wg.Wait()
	fmt.Println("others")
}

// Goroutines beside a child process that is waited for.
func child() {
	p, err := os.StartProcess("/bin/sleep", []string{"sleep", "0.1"}, &os.ProcAttr{})
	if err != nil {
		panic(err)
	}
	done := make(chan bool)
	go func() {
		p.Wait()
		close(done)
	}()
	ticks := 0
	for ticker := time.NewTicker(10 * time.Millisecond); ; {
		select {
		case <-ticker.C:
			ticks++
			continue
		case <-done:
		}
		break
	}
	fmt.Println("ticks", ticks >= 3)
}

// After all that no more than GOMAXPROCS are at work.
func limit() {
	var now, most atomic.Int32
	var wg sync.WaitGroup
	for range 20 {
		wg.Go(func() {
			n := now.Add(1)
			for {
				m := most.Load()
				if n <= m || most.CompareAndSwap(m, n) {
					break
				}
			}
			for start := time.Now(); time.Since(start) < 200*time.Microsecond; {
			}
			now.Add(-1)
		})
	}
	wg.Wait()
	// One that is preempted in between counts as well; seldom all do.
	fmt.Println("limit", int(most.Load()) <= runtime.GOMAXPROCS(0)+2)
}

func main() {
	timer()
	chain(12)
	others()
	child()
	limit()
	runtime.GOMAXPROCS(3)
	chain(4)
	runtime.GOMAXPROCS(1)
	chain(4)
	limit()
	// CHECK: timer
	// CHECK-NEXT: chain 12
	// CHECK-NEXT: others
	// CHECK-NEXT: ticks true
	// CHECK-NEXT: limit true
	// CHECK-NEXT: chain 4
	// CHECK-NEXT: chain 4
	// CHECK-NEXT: limit true
	os.Remove(os.Args[1])
}
