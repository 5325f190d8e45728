// RUN: %exit 1 %minigo run %s 2>&1 | FileCheck --match-full-lines %s
// os/signal: what a program sends itself, ignores, stops to hear of, and waits for in a context.
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func send(s os.Signal) {
	self, _ := os.FindProcess(os.Getpid())
	if err := self.Signal(s); err != nil {
		fmt.Println(err)
	}
}

func main() {
	c := make(chan os.Signal, 10)
	signal.Notify(c, syscall.SIGUSR1, syscall.SIGUSR2)
	send(syscall.SIGUSR1)
	fmt.Println(<-c)
	go func() {
		time.Sleep(10 * time.Millisecond)
		send(syscall.SIGUSR2)
	}()
	fmt.Println(<-c)

	fmt.Println(signal.Ignored(syscall.SIGUSR1))
	signal.Ignore(syscall.SIGUSR1)
	fmt.Println(signal.Ignored(syscall.SIGUSR1))
	send(syscall.SIGUSR1)
	send(syscall.SIGUSR2)
	fmt.Println(<-c, len(c))

	other := make(chan os.Signal, 10)
	signal.Notify(other, syscall.SIGUSR2)
	send(syscall.SIGUSR2)
	fmt.Println(<-other, <-c)
	signal.Stop(c)
	send(syscall.SIGUSR2)
	fmt.Println(<-other, len(c))

	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	send(syscall.SIGTERM)
	<-ctx.Done()
	fmt.Println(ctx.Err())
	stop()

	signal.Reset(syscall.SIGUSR2)
	send(syscall.SIGUSR2) // caught, as from the start
	fmt.Println("still there")
	send(syscall.SIGTERM)
	time.Sleep(10 * time.Second)
	fmt.Println("not reached")
}

// CHECK:user defined signal 1
// CHECK-NEXT:user defined signal 2
// CHECK-NEXT:false
// CHECK-NEXT:true
// CHECK-NEXT:user defined signal 2 0
// CHECK-NEXT:user defined signal 2 user defined signal 2
// CHECK-NEXT:user defined signal 2 0
// CHECK-NEXT:context canceled
// CHECK-NEXT:still there
// CHECK-NEXT:signal: terminated
