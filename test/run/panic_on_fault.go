// RUN: %exit 1 %minigo run %s 2>&1 | FileCheck %s
// debug.SetPanicOnFault: a fault away from nil is a panic of the goroutine that asked for it.
package main

import (
	"fmt"
	"os"
	"runtime"
	"runtime/debug"
	"syscall"
	"unsafe"
)

func read(p *byte) (b byte, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = r.(runtime.Error)
		}
	}()
	return *p, nil
}

func main() {
	memory, err := syscall.Mmap(-1, 0, 3*4096, syscall.PROT_READ, syscall.MAP_ANON|syscall.MAP_PRIVATE)
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	syscall.Mprotect(memory[4096:8192], syscall.PROT_NONE)
	p := &memory[5000]
	// CHECK: false true
	fmt.Println(debug.SetPanicOnFault(true), debug.SetPanicOnFault(true))
	_, err = read(p)
	// CHECK-NEXT: runtime error: invalid memory address or nil pointer dereference
	fmt.Println(err)
	// CHECK-NEXT: true
	fmt.Println(err.(interface{ Addr() uintptr }).Addr() == uintptr(unsafe.Pointer(p)))
	_, err = read(nil)
	_, hasAddress := err.(interface{ Addr() uintptr })
	// CHECK-NEXT: runtime error: invalid memory address or nil pointer dereference false
	fmt.Println(err, hasAddress)
	b, err := read(&memory[0])
	// CHECK-NEXT: 0 <nil>
	fmt.Println(b, err)

	// It is the goroutine's own.
	// CHECK-NEXT: unexpected fault address 0x
	// CHECK-NEXT: fatal error: fault
	done := make(chan bool)
	go func() {
		read(p)
		done <- true
	}()
	<-done
}
