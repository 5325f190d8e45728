// RUN: %minigo build -o %t %s
// RUN: %t | FileCheck --match-full-lines %s
// RUN: env GOMAXPROCS=1 %t | FileCheck --match-full-lines %s
// runtime/pprof: a profile of the processors' time names the functions that took it, on several
// goroutines; a second one can be taken. The profile of goroutines has their calls; what is not
// sampled is empty.
package main

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime"
	"runtime/pprof"
	"strings"
	"sync"
	"syscall"
	"time"
)

func processorTime() time.Duration {
	var used syscall.Rusage
	syscall.Getrusage(syscall.RUSAGE_SELF, &used)
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}

var result int

//go:noinline
func spin(sum, n int) int {
	for i := 0; i < n; i++ {
		sum += sum*i ^ n
	}
	return sum
}

// A loop that calls, and one goroutine beside that does not.
func burn(until time.Duration) {
	var wg sync.WaitGroup
	other := 0
	wg.Go(func() { other = spin(1, 50_000_000) })
	for processorTime() < until {
		result = spin(result, 1_000_000)
	}
	wg.Wait()
	result += other
}

func profile(hz int) string {
	var out bytes.Buffer
	if hz > 0 {
		runtime.SetCPUProfileRate(hz) // the rate is set: StartCPUProfile says so and keeps it
	}
	fmt.Println(pprof.StartCPUProfile(&out), pprof.StartCPUProfile(&out))
	burn(processorTime() + 300*time.Millisecond)
	pprof.StopCPUProfile()
	pprof.StopCPUProfile()
	reader, err := gzip.NewReader(&out)
	if err != nil {
		fmt.Println(err)
		return ""
	}
	text, err := io.ReadAll(reader)
	if err != nil {
		fmt.Println(err)
	}
	return string(text)
}

func main() {
	for range 2 {
		text := profile(0)
		for _, name := range []string{"main.spin", "main.burn", "main.main", "main.burn.func1", "cpu_profile.go", "main.nothing"} {
			fmt.Print(strings.Contains(text, name), " ")
		}
		fmt.Println(len(text) > 100)
	}
	signal.Notify(make(chan os.Signal, 1), syscall.SIGPROF) // is not for programs
	fmt.Println(strings.Contains(profile(1000), "main.spin"))

	wait := make(chan int)
	go func() { <-wait }()
	runtime.Gosched()
	for _, name := range []string{"goroutine", "heap", "block", "mutex", "threadcreate"} {
		var out bytes.Buffer
		fmt.Println(pprof.Lookup(name).WriteTo(&out, 1), strings.Contains(out.String(), "main.main.func1"), strings.SplitN(out.String(), "\n", 2)[0])
	}
	var out bytes.Buffer
	fmt.Println(pprof.WriteHeapProfile(&out), out.Len() > 0)
}

// CHECK:      <nil> cpu profiling already in use
// CHECK-NEXT: true true true true true false true
// CHECK-NEXT: <nil> cpu profiling already in use
// CHECK-NEXT: true true true true true false true
// CHECK-NEXT: <nil> cpu profiling already in use
// CHECK-NEXT: true
// CHECK-NEXT: <nil> true goroutine profile: total 3
// CHECK-NEXT: <nil> false heap profile: 0: 0 {{\[}}0: 1] @ heap/1048576
// CHECK-NEXT: <nil> false --- contention:
// CHECK-NEXT: <nil> false --- mutex:
// CHECK-NEXT: <nil> false threadcreate profile: total 0
// CHECK-NEXT: <nil> true
