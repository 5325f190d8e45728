// RUN: %exit 1 %minigo run %s 2>&1 | FileCheck --strict-whitespace --match-full-lines %s
// A deadlock shows every goroutine, and why it waits.
package main

import (
	"fmt"
	"sync"
	"time"
)

func wait(c chan int) {
	<-c
}

func main() {
	var none chan int
	c := make(chan int)
	var wg sync.WaitGroup
	wg.Add(1)
	go wait(c)
	go wait(none)
	go func() { make(chan int) <- 1 }()
	go func() { none <- 1 }()
	go func() {
		select {
		case <-c:
		case none <- 1:
		}
	}()
	go func() { select {} }()
	go wg.Wait()
	go func() {
		select {
		case <-c:
		}
	}()
	go func() {
		for range c {
		}
	}()
	time.Sleep(time.Millisecond)
	fmt.Println("all wait")
	c <- <-none
}

// CHECK:all wait
// CHECK-NEXT:fatal error: all goroutines are asleep - deadlock!
// CHECK-EMPTY:
// CHECK-NEXT:goroutine 1 [chan receive (nil chan)]:
// CHECK-NEXT:main.main()
// CHECK-NEXT:{{.*}}chan_deadlock.go:43 +0x{{.*}}
// CHECK-EMPTY:
// CHECK-NEXT:goroutine {{[0-9]+}} [chan receive]:
// CHECK-NEXT:main.wait(...)
// CHECK-NEXT:{{.*}}chan_deadlock.go:12{{.*}}
// CHECK-NEXT:created by main.main in goroutine 1
// CHECK-NEXT:{{.*}}chan_deadlock.go:20 +0x{{.*}}
// CHECK-EMPTY:
// CHECK-NEXT:goroutine {{[0-9]+}} [chan receive (nil chan)]:
// CHECK-NEXT:main.wait(...)
// CHECK-NEXT:{{.*}}chan_deadlock.go:12{{.*}}
// CHECK-NEXT:created by main.main in goroutine 1
// CHECK-NEXT:{{.*}}chan_deadlock.go:21 +0x{{.*}}
// CHECK-EMPTY:
// CHECK-NEXT:goroutine {{[0-9]+}} [chan send]:
// CHECK-NEXT:main.main.func{{[0-9]}}()
// CHECK-NEXT:{{.*}}chan_deadlock.go:22 +0x{{.*}}
// CHECK-NEXT:created by main.main in goroutine 1
// CHECK-NEXT:{{.*}}chan_deadlock.go:22 +0x{{.*}}
// CHECK-EMPTY:
// CHECK-NEXT:goroutine {{[0-9]+}} [chan send (nil chan)]:
// CHECK-NEXT:main.main.func{{[0-9]}}()
// CHECK:goroutine {{[0-9]+}} [select]:
// CHECK-NEXT:main.main.func{{[0-9]}}()
// CHECK-NEXT:{{.*}}chan_deadlock.go:25 +0x{{.*}}
// CHECK:goroutine {{[0-9]+}} [select (no cases)]:
// CHECK-NEXT:main.main.func{{[0-9]}}()
// CHECK:goroutine {{[0-9]+}} [sync.WaitGroup.Wait]:
// CHECK:goroutine {{[0-9]+}} [chan receive]:
// CHECK:goroutine {{[0-9]+}} [chan receive]:
// CHECK-NEXT:main.main.func{{[0-9]}}()
