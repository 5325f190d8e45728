// RUN: %minigo run %s 2>&1 | FileCheck --strict-whitespace --match-full-lines %s
// Package unsafe: addresses as slices and strings and back, sizes and offsets in instances, panics.
package main

import (
	"fmt"
	"unsafe"
)

type pair[K, V any] struct {
	key   K
	value V
}

type outer[T any] struct {
	flag bool
	pair[T, T]
}

func offsets[T any]() (a, b, c uintptr) {
	var p pair[byte, T]
	var o outer[T]
	po := &o
	return unsafe.Offsetof(p.value), unsafe.Offsetof(po.pair), unsafe.Offsetof(o.value)
}

func sizes[T any](x T) (uintptr, uintptr) { return unsafe.Sizeof(x), unsafe.Alignof(x) }

func try(name string, f func()) {
	defer func() { fmt.Println(name, recover()) }()
	f()
	fmt.Print("no panic ")
}

func main() {
	a := [5]int32{1, 2, 3, 4, 5}
	p := unsafe.Pointer(&a[0])
	fmt.Println(*(*int32)(unsafe.Add(p, 8)), *(*int32)(unsafe.Add(unsafe.Add(p, uint8(16)), -4)))
	s := unsafe.Slice(&a[1], 3)
	s[0] = 20
	fmt.Println(s, len(s), cap(s), a[1], unsafe.SliceData(s) == &a[1])
	b := []byte("bytes")
	text := unsafe.String(&b[1], uint16(3))
	fmt.Println(text, unsafe.StringData(text) == &b[1], unsafe.String(nil, 0) == "")
	fmt.Println(unsafe.Slice((*int)(nil), 0) == nil, unsafe.SliceData([]int(nil)) == nil)
	fmt.Println(offsets[int64]())
	fmt.Println(offsets[string]())
	fmt.Println(sizes(int8(1)))
	fmt.Println(sizes(struct {
		a bool
		b string
	}{}))
	var none *int64
	n, huge := -1, uint64(1)<<63
	try("negative", func() { _ = unsafe.Slice(&a[0], n) })
	try("nil", func() { _ = unsafe.Slice(none, 1) })
	try("large", func() { _ = unsafe.Slice(&a[0], uint64(1)<<62) })
	try("huge", func() { _ = unsafe.Slice(&a[0], huge) })
	try("string", func() { _ = unsafe.String(&b[0], n) })
	try("nil string", func() { _ = unsafe.String(nil, 1) })
	var empty [4]struct{}
	try("no size", func() { fmt.Println(len(unsafe.Slice(&empty[0], 1<<40))) })
}

// CHECK:3 4
// CHECK-NEXT:[20 3 4] 3 3 20 true
// CHECK-NEXT:yte true true
// CHECK-NEXT:true true
// CHECK-NEXT:8 8 16
// CHECK-NEXT:8 8 24
// CHECK-NEXT:1 1
// CHECK-NEXT:24 8
// CHECK-NEXT:negative runtime error: unsafe.Slice: len out of range
// CHECK-NEXT:nil runtime error: unsafe.Slice: ptr is nil and len is not zero
// CHECK-NEXT:large runtime error: unsafe.Slice: len out of range
// CHECK-NEXT:huge runtime error: unsafe.Slice: len out of range
// CHECK-NEXT:string runtime error: unsafe.String: len out of range
// CHECK-NEXT:nil string runtime error: unsafe.String: ptr is nil and len is not zero
// CHECK-NEXT:1099511627776
// CHECK-NEXT:no panic no size <nil>
