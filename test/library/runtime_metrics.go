// RUN: %minigo run %s | FileCheck --match-full-lines %s
// runtime/metrics: each metric that there is has a value of its kind; those that are counted fit
// what else is known.
package main

import (
	"fmt"
	"math"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"slices"
)

var keep [][]byte

func main() {
	debug.SetGCPercent(70)
	for range 100 {
		keep = append(keep, make([]byte, 10_000))
	}
	runtime.GC()
	wait := make(chan int)
	go func() { <-wait }()

	var samples []metrics.Sample
	for _, d := range metrics.All() {
		samples = append(samples, metrics.Sample{Name: d.Name})
	}
	samples = append(samples, metrics.Sample{Name: "/no/such:thing"})
	metrics.Read(samples)
	bad := 0
	values := map[string]metrics.Value{}
	for i, d := range metrics.All() {
		value := samples[i].Value
		values[d.Name] = value
		if value.Kind() != d.Kind {
			fmt.Println("wrong kind:", d.Name, value.Kind(), d.Kind)
		}
		if value.Kind() != metrics.KindFloat64Histogram {
			continue
		}
		h := value.Float64Histogram()
		if len(h.Counts)+1 != len(h.Buckets) || !slices.IsSorted(h.Buckets) || !math.IsInf(h.Buckets[len(h.Counts)], 1) {
			bad++
		}
	}
	fmt.Println(len(samples) > 60, bad, samples[len(samples)-1].Value.Kind() == metrics.KindBad)

	count := func(name string) uint64 { return values[name].Uint64() }
	fmt.Println(count("/gc/cycles/forced:gc-cycles"), count("/gc/gogc:percent"), count("/gc/gomemlimit:bytes") == math.MaxInt64)
	fmt.Println(count("/sched/goroutines:goroutines"), count("/sched/gomaxprocs:threads") == uint64(runtime.GOMAXPROCS(0)))
	fmt.Println(count("/gc/heap/allocs:bytes") > 1_000_000, count("/gc/heap/live:bytes") > 1_000_000, count("/gc/heap/allocs:objects") > 100)
	pauses := values["/gc/pauses:seconds"].Float64Histogram()
	sum := uint64(0)
	for _, n := range pauses.Counts {
		sum += n
	}
	fmt.Println(sum == count("/gc/cycles/total:gc-cycles"))
	fmt.Println(values["/cpu/classes/total:cpu-seconds"].Float64() > 0)

	// Read again, it has the same memory.
	for range 300 {
		runtime.GC()
	}
	metrics.Read(samples)
	again := uint64(0)
	for _, n := range pauses.Counts {
		again += n
	}
	fmt.Println(again == sum+300)
}

// CHECK:      true 0 true
// CHECK-NEXT: 1 70 true
// CHECK-NEXT: 2 true
// CHECK-NEXT: true true true
// CHECK-NEXT: true
// CHECK-NEXT: true
// CHECK-NEXT: true
