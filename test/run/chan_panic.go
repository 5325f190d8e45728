// RUN: %minigo run %s 2>&1 | FileCheck --strict-whitespace --match-full-lines %s
// What Go panics about: closed and nil channels, sizes.
package main

import (
	"fmt"
	"time"
)

func try(name string, f func()) {
	defer func() {
		r := recover()
		_, isError := r.(error)
		fmt.Println(name, r, isError)
	}()
	f()
}

func main() {
	var none chan int
	closed := make(chan int, 1)
	closed <- 1
	close(closed)
	n := -1
	huge := uint64(1) << 63
	try("nil", func() { close(none) })
	try("closed", func() { close(closed) })
	try("send", func() { closed <- 1 })
	try("select", func() {
		select {
		case closed <- 1:
		case none <- 2:
		}
	})
	try("default", func() {
		select {
		case closed <- 1:
		default:
		}
	})
	try("size", func() { _ = make(chan int, n) })
	try("huge", func() { _ = make(chan int, huge) })
	try("bytes", func() { _ = make(chan [1 << 15]byte, 1<<60) })
	try("waiting sender", func() {
		c := make(chan string)
		go func() {
			time.Sleep(time.Millisecond)
			close(c)
		}()
		c <- "x"
	})
	try("waiting select", func() {
		c := make(chan [5]int)
		go func() {
			time.Sleep(time.Millisecond)
			close(c)
		}()
		select {
		case c <- [5]int{}:
		case <-none:
		}
	})
	fmt.Println(<-closed)
}

// CHECK:nil close of nil channel true
// CHECK-NEXT:closed close of closed channel true
// CHECK-NEXT:send send on closed channel true
// CHECK-NEXT:select send on closed channel true
// CHECK-NEXT:default send on closed channel true
// CHECK-NEXT:size makechan: size out of range true
// CHECK-NEXT:huge makechan: size out of range true
// CHECK-NEXT:bytes makechan: size out of range true
// CHECK-NEXT:waiting sender send on closed channel true
// CHECK-NEXT:waiting select send on closed channel true
// CHECK-NEXT:1
