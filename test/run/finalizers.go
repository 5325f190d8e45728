// RUN: %minigo run %s 2>&1 | FileCheck --strict-whitespace --match-full-lines %s
// Finalizers and cleanups of objects that become unreachable, run-time errors as types, memory
// statistics.
package main

import (
	"errors"
	"fmt"
	"runtime"
	"time"
)

type object struct {
	id   int
	next *object
	data [4]int
}

type named interface{ Name() string }

func (o *object) Name() string { return fmt.Sprint("object ", o.id) }

var finalized, cleaned, asIface, revived int

//go:noinline
func make100() {
	for i := range 100 {
		o := &object{id: i}
		switch i % 4 {
		case 0:
			runtime.SetFinalizer(o, func(o *object) { finalized++ })
		case 1:
			runtime.SetFinalizer(o, func(n named) (a, b, c int) { asIface += len(n.Name()) / len(n.Name()); return })
		case 2:
			runtime.AddCleanup(o, func(n int) { cleaned += n }, 1)
		case 3:
			runtime.SetFinalizer(o, func(any) { finalized += 1000 })
			runtime.SetFinalizer(o, nil)
			runtime.AddCleanup(o, func(n string) { cleaned += 1000 }, "x").Stop()
		}
	}
}

//go:noinline
func spoilStack(n int) int {
	var a [64]int
	if n == 0 {
		return a[3]
	}
	return spoilStack(n-1) + a[n%64]
}

func main() {
	make100()
	kept := &object{id: -1}
	runtime.SetFinalizer(kept, func(o *object) { finalized += 100000 })
	spoilStack(50)
	for range 10 {
		runtime.GC()
		time.Sleep(time.Millisecond)
	}
	runtime.KeepAlive(kept)
	// A word that looks like a pointer may keep an object.
	fmt.Println(finalized >= 20 && finalized <= 25, asIface >= 20 && asIface <= 25, cleaned >= 20 && cleaned <= 25)
	var m1, m2 runtime.MemStats
	runtime.ReadMemStats(&m1)
	big := make([]byte, 1<<20)
	runtime.ReadMemStats(&m2)
	fmt.Println(m2.TotalAlloc-m1.TotalAlloc >= 1<<20, m1.NumGC >= 10, m2.HeapAlloc > 0, len(big))
	fmt.Println(runtime.GOOS, runtime.GOARCH, runtime.Compiler)

	defer func() {
		e := recover()
		_, isError := e.(runtime.Error)
		_, isNil := e.(*runtime.PanicNilError)
		fmt.Println(e, isError, isNil)
	}()
	func() {
		defer func() {
			e := recover()
			assertion, ok := e.(*runtime.TypeAssertionError)
			fmt.Println(ok, assertion)
			var re runtime.Error
			fmt.Println(errors.As(fmt.Errorf("wrapped %w", assertion), &re))
		}()
		_ = any(1).(string)
	}()
	panic(nil)
}

// CHECK:true true true
// CHECK-NEXT:true true true 1048576
// CHECK-NEXT:linux amd64 gc
// CHECK-NEXT:true interface conversion: interface {} is int, not string
// CHECK-NEXT:true
// CHECK-NEXT:panic called with nil argument true true
