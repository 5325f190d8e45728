// RUN: %minigo run -O0 %s 2>&1 | FileCheck --match-full-lines %s
// What programs use of testing outside of tests, and annotations for a tracer that there is not.
package main

import (
	"context"
	"fmt"
	"hash/maphash"
	"io"
	"runtime"
	"runtime/trace"
	"testing"
)

type point struct {
	x, y int
	name string
}

var kept []*point

func main() {
	// CHECK: 1 0
	fmt.Println(testing.AllocsPerRun(100, func() { kept = append(kept[:0], &point{}) }), testing.AllocsPerRun(100, func() { fmt.Sprint() }))
	var calls int
	result := testing.Benchmark(func(b *testing.B) {
		for b.Loop() {
			calls++
		}
	})
	// CHECK-NEXT: true true
	fmt.Println(result.N > 0, calls >= result.N)

	ctx, task := trace.NewTask(context.Background(), "task")
	defer task.End()
	trace.WithRegion(ctx, "region", func() { fmt.Println("in a region") })
	trace.Logf(ctx, "category", "%d", 1)
	// CHECK-NEXT: in a region
	// CHECK-NEXT: execution tracing is not available in this program false
	fmt.Println(trace.Start(io.Discard), trace.IsEnabled())
	trace.Stop()
	n, ok := runtime.MemProfile(nil, true)
	// CHECK-NEXT: 0 true
	fmt.Println(n, ok)

	seed := maphash.MakeSeed()
	var h maphash.Hash
	h.SetSeed(seed)
	h.WriteString("text")
	// CHECK-NEXT: true true true
	fmt.Println(h.Sum64() == maphash.String(seed, "text"),
		maphash.Comparable(seed, point{1, 2, "a"}) == maphash.Comparable(seed, point{1, 2, "a"}),
		maphash.Comparable(seed, point{1, 2, "a"}) != maphash.Comparable(seed, point{1, 2, "b"}))
}
