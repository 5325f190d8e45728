// RUN: %exit 1 %minigo run %s 2>&1 | FileCheck %s
// runtime.Pinner: what it keeps, what it refuses, and what it says when it is lost.
package main

import (
	"fmt"
	"runtime"
	"unsafe"
)

type node struct{ value int }

func refuse(p *runtime.Pinner, x any) {
	defer func() { fmt.Println(recover()) }()
	p.Pin(x)
}

//go:noinline
func hide(p *runtime.Pinner) uintptr {
	n := &node{42}
	p.Pin(n)
	return ^uintptr(unsafe.Pointer(n))
}

//go:noinline
func lose() {
	var p runtime.Pinner
	p.Pin(new(node))
}

func main() {
	var p runtime.Pinner
	p.Unpin()
	// CHECK: runtime error: runtime.Pinner: argument is nil
	refuse(&p, nil)
	// CHECK-NEXT: runtime error: runtime.Pinner: argument is not a pointer: main.node
	refuse(&p, node{})
	// CHECK-NEXT: runtime error: runtime.Pinner: argument is not a pointer: []int
	refuse(&p, []int{1})
	p.Pin(unsafe.Pointer(&p))
	hidden := hide(&p)
	for range 5 {
		runtime.GC()
		_ = make([]*node, 1000)
	}
	address := ^hidden
	// CHECK-NEXT: 42
	fmt.Println((*(**node)(unsafe.Pointer(&address))).value)
	p.Unpin()
	p.Pin(&address)
	p.Unpin()
	// CHECK: panic: runtime error: runtime.Pinner: found leaking pinned pointer; forgot to call Unpin()?
	for {
		lose()
		runtime.GC()
		runtime.Gosched()
	}
}
