// RUN: %minigo run %s | FileCheck %s --match-full-lines
// Functions of package runtime without an exported name that modules take.
package main

import (
	"fmt"
	"unsafe"
)

//go:linkname fastrand runtime.fastrand
func fastrand() uint32

//go:linkname fastrandn runtime.fastrandn
func fastrandn(n uint32) uint32

//go:linkname cheaprand runtime.cheaprand
func cheaprand() uint32

//go:linkname strhash runtime.strhash
func strhash(p unsafe.Pointer, seed uintptr) uintptr

//go:linkname memhash runtime.memhash
func memhash(p unsafe.Pointer, seed, size uintptr) uintptr

//go:linkname memhash64 runtime.memhash64
func memhash64(p unsafe.Pointer, seed uintptr) uintptr

//go:linkname nanotime runtime.nanotime
func nanotime() int64

func main() {
	seen := map[uint32]bool{}
	for range 100 {
		seen[fastrand()] = true
		seen[cheaprand()] = true
		if fastrandn(7) >= 7 {
			fmt.Println("too large")
		}
	}
	fmt.Println(len(seen) > 190)

	s, t := "abc", "abcd"[:3]
	hash := func(s string, seed uintptr) uintptr { return strhash(unsafe.Pointer(&s), seed) }
	fmt.Println(hash(s, 5) == hash(t, 5), hash(s, 5) == hash(s, 6), hash(s, 5) == hash("abd", 5), hash("", 1) == hash("", 1))
	x, y := uint64(77), uint64(77)
	fmt.Println(memhash64(unsafe.Pointer(&x), 1) == memhash64(unsafe.Pointer(&y), 1), memhash(nil, 3, 0) == memhash(nil, 3, 0))

	before := nanotime()
	fmt.Println(before > 0, nanotime() >= before)
}

// CHECK: true
// CHECK-NEXT: true false false true
// CHECK-NEXT: true true
// CHECK-NEXT: true true
