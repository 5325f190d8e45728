// RUN: %minigo build -o %t %s
// RUN: env GOMAXPROCS=1 %t | FileCheck %s
// RUN: env GOMAXPROCS=2 %t | FileCheck %s
// RUN: env GOMAXPROCS=4 MINIGO_SLOTS=2 %t | FileCheck %s
// Goroutines that read from one pipe, or write to one: what one of them leaves is another's, although that one has tried
// in vain before it came, waits only now, and somebody has asked the system for events in between.
package main

import (
	"fmt"
	"os"
	"syscall"
	"time"
)

func pipe() (from, to *os.File) {
	from, to, err := os.Pipe()
	if err != nil {
		panic(err)
	}
	from.SetDeadline(time.Now().Add(time.Hour)) // from now on there are events
	to.SetDeadline(time.Now().Add(time.Hour))
	return from, to
}

// try uses the descriptor once; after a call in vain it says so and goes on when it may.
func try(f *os.File, write bool, tried, goOn chan bool) {
	c, err := f.SyscallConn()
	if err != nil {
		panic(err)
	}
	call, use := c.Read, syscall.Read
	if write {
		call, use = c.Write, syscall.Write
	}
	call(func(fd uintptr) bool {
		var few [10]byte
		if n, err := use(int(fd), few[:]); err == nil {
			return n > 0
		} else if err != syscall.EAGAIN {
			panic(err)
		}
		tried <- true
		<-goOn
		return false
	})
}

func readTwice() {
	from, to := pipe()
	tried, goOn, done := make(chan bool), make(chan bool), make(chan bool)
	go func() {
		try(from, false, tried, goOn)
		done <- true
	}()
	<-tried
	to.Write(make([]byte, 20))
	time.Sleep(20 * time.Millisecond)
	go func() {
		var few [10]byte
		if n, err := from.Read(few[:]); n != 10 || err != nil {
			panic(fmt.Sprint("wrong: ", n, err))
		}
		done <- true
	}()
	time.Sleep(20 * time.Millisecond)
	goOn <- true
	<-done
	<-done
	fmt.Println("both have read")
}

func writeTwice() {
	from, to := pipe()
	c, _ := to.SyscallConn()
	c.Control(func(fd uintptr) {
		for {
			if _, err := syscall.Write(int(fd), make([]byte, 4096)); err != nil {
				return
			}
		}
	})
	tried, goOn, done := make(chan bool), make(chan bool), make(chan bool)
	go func() {
		try(to, true, tried, goOn)
		done <- true
	}()
	<-tried
	from.Read(make([]byte, 8192))
	time.Sleep(20 * time.Millisecond)
	go func() {
		if n, err := to.Write(make([]byte, 10)); n != 10 || err != nil {
			panic(fmt.Sprint("wrong: ", n, err))
		}
		done <- true
	}()
	time.Sleep(20 * time.Millisecond)
	goOn <- true
	<-done
	<-done
	fmt.Println("both have written")
}

func main() {
	other, to := pipe()
	go other.Read(make([]byte, 1))
	time.AfterFunc(10*time.Second, func() { panic("one sleeps beside what there is") })
	readTwice()  // CHECK: both have read
	writeTwice() // CHECK-NEXT: both have written
	to.Close()
}
