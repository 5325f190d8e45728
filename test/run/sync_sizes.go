// RUN: %minigo run %s | FileCheck %s
// The types of package sync are as large as gc's: programs pad what workers share to lines of the cache.
package main

import (
	"fmt"
	"sync"
	"unsafe"
)

const line = 64

type bucket struct {
	sync.Mutex
	hits uint64
	_    [line - unsafe.Sizeof(sync.Mutex{}) - 8]byte
}

type table struct {
	_       [(line - unsafe.Sizeof(struct{ sync.RWMutex }{})%line) % line]byte
	guard   sync.RWMutex
	buckets [4]bucket
}

func main() {
	// CHECK: 8 24 16 12
	fmt.Println(unsafe.Sizeof(sync.Mutex{}), unsafe.Sizeof(sync.RWMutex{}), unsafe.Sizeof(sync.WaitGroup{}), unsafe.Sizeof(sync.Once{}))
	// CHECK-NEXT: 64 64 64
	var t table
	fmt.Println(unsafe.Sizeof(t.buckets[0]), unsafe.Offsetof(t.buckets), uintptr(unsafe.Pointer(&t.buckets[1]))-uintptr(unsafe.Pointer(&t.buckets[0])))

	var wg sync.WaitGroup
	for i := range 2000 {
		wg.Go(func() {
			b := &t.buckets[i%4]
			b.Lock()
			defer b.Unlock()
			b.hits++
		})
	}
	wg.Wait()
	// CHECK-NEXT: 500 500 500 500
	fmt.Println(t.buckets[0].hits, t.buckets[1].hits, t.buckets[2].hits, t.buckets[3].hits)
}
