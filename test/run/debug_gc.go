// RUN: %minigo run %s 2>&1 | FileCheck --strict-whitespace --match-full-lines %s
// Package runtime/debug: when the collector runs and what it says; true numbers in MemStats.
package main

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"time"
)

var keep, drop []byte

func collections() uint32 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.NumGC
}

func churn(megabytes int) uint32 {
	before := collections()
	for range megabytes * 16 {
		drop = make([]byte, 64<<10)
	}
	return collections() - before
}

//go:noinline
func objects(n int) (mallocs, frees, bytes uint64) {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	for range n {
		drop = make([]byte, 1000)
	}
	runtime.ReadMemStats(&after)
	drop = nil
	runtime.GC()
	var end runtime.MemStats
	runtime.ReadMemStats(&end)
	return after.Mallocs - before.Mallocs, end.Frees - before.Frees, after.TotalAlloc - before.TotalAlloc
}

// Not in main, whose frame may hold the pointer to the end.
var keepMuch = []func(){func() { keep = make([]byte, 32<<20) }}

func find(s, part string) int {
	for i := range len(s) - len(part) {
		if s[i:i+len(part)] == part {
			return i
		}
	}
	return -1
}

func main() {
	runtime.GC()
	fmt.Println(debug.SetGCPercent(400), debug.SetGCPercent(100), debug.SetMemoryLimit(-1) == 1<<63-1)
	keepMuch[0]()
	runtime.GC()
	// The heap may double: by 32 MB.
	n := churn(320)
	fmt.Println(n >= 8 && n <= 11)
	debug.SetGCPercent(400)
	n = churn(320)
	fmt.Println(n >= 2 && n <= 3)
	fmt.Println(debug.SetGCPercent(-1), churn(100), debug.SetGCPercent(100))
	runtime.GC()

	// The limit comes first, whatever the percentage.
	debug.SetGCPercent(-1)
	debug.SetMemoryLimit(48 << 20)
	n = churn(320)
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	fmt.Println(n >= 20 && n <= 60, m.HeapInuse <= 48<<20, debug.SetMemoryLimit(1<<63-1)>>20)
	debug.SetGCPercent(100)

	mallocs, frees, bytes := objects(5000)
	fmt.Println(mallocs >= 5000 && mallocs < 5100, frees >= 4990 && frees < 5600, bytes >= 5000*1000 && bytes < 5000*1100)

	runtime.ReadMemStats(&m)
	fmt.Println(m.HeapObjects == m.Mallocs-m.Frees, m.HeapAlloc >= 32<<20, m.HeapAlloc == m.Alloc, m.NextGC > m.HeapAlloc)
	fmt.Println(m.NumForcedGC >= 4, m.PauseTotalNs > 0, m.PauseNs[(m.NumGC+255)%256] > 0, m.Sys >= m.HeapSys, m.HeapSys == m.HeapInuse+m.HeapIdle)
	last := time.Unix(0, int64(m.LastGC))
	fmt.Println(time.Since(last) >= 0 && time.Since(last) < time.Minute)

	stats := debug.GCStats{PauseQuantiles: make([]time.Duration, 3)}
	debug.ReadGCStats(&stats)
	q := stats.PauseQuantiles
	fmt.Println(stats.NumGC == int64(m.NumGC), len(stats.Pause) == min(int(m.NumGC), 256), len(stats.PauseEnd) == len(stats.Pause),
		q[0] > 0 && q[0] <= q[1] && q[1] <= q[2], stats.LastGC.Equal(stats.PauseEnd[0]))

	keep, drop = nil, nil
	debug.FreeOSMemory()
	runtime.ReadMemStats(&m)
	fmt.Println(m.HeapAlloc < 4<<20, m.HeapSys-m.HeapReleased < 4<<20)

	stack := string(debug.Stack())
	fmt.Println(find(stack, "goroutine 1 [running]:\nruntime/debug.Stack(") == 0, find(stack, "\nmain.main(") > 0, find(stack, "debug_gc.go:") > 0)
}

// CHECK:100 400 true
// CHECK-NEXT:true
// CHECK-NEXT:true
// CHECK-NEXT:400 0 -1
// CHECK-NEXT:true true 48
// CHECK-NEXT:true true true
// CHECK-NEXT:true true true true
// CHECK-NEXT:true true true true true
// CHECK-NEXT:true
// CHECK-NEXT:true true true true true
// CHECK-NEXT:true true
// CHECK-NEXT:true true true
