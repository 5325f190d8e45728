// RUN: %minigo build -o %t %s
// RUN: %exit 2 %t again 2>&1 | FileCheck --check-prefix=AGAIN --match-full-lines --strict-whitespace %s
// RUN: %exit 2 %t group 2>&1 | FileCheck --check-prefix=GROUP --match-full-lines --strict-whitespace %s
// RUN: %exit 2 %t goexit 2>&1 | FileCheck --check-prefix=GOEXIT --match-full-lines --strict-whitespace %s
// RUN: %exit 2 %t timer 2>&1 | FileCheck --check-prefix=TIMER --match-full-lines --strict-whitespace %s
// RUN: %exit 2 %t nil 2>&1 | FileCheck --check-prefix=NIL --match-full-lines --strict-whitespace %s
// RUN: %exit 2 %t wrap 2>&1 | FileCheck --check-prefix=WRAP --match-full-lines --strict-whitespace %s
// RUN: %exit 2 %t close 2>&1 | FileCheck --check-prefix=CLOSE --match-full-lines --strict-whitespace %s
// RUN: %exit 2 %t split 2>&1 | FileCheck --check-prefix=SPLIT --match-full-lines --strict-whitespace %s
// What Go prints where panics follow each other, a Goexit runs deferred calls, a statement's own call panics, and where
// the C++ compiler splits a function.
package main

import (
	"os"
	"runtime"
	"sync"
	"time"
)

//go:noinline
func null() *int { return nil }

//go:noinline
func again() {
	defer func() { *null() = 1 }()
	defer func() { *null() = 1 }()
	defer func() {
		recover()
		panic("other")
	}()
	var f func()
	f()
}

//      AGAIN:panic: runtime error: invalid memory address or nil pointer dereference [recovered]
// AGAIN-NEXT:	panic: other
// AGAIN-NEXT:	panic: runtime error: invalid memory address or nil pointer dereference
// AGAIN-NEXT:[signal SIGSEGV: {{.*}}]
// AGAIN-EMPTY:
// AGAIN-NEXT:goroutine 1 [running]:
// AGAIN-NEXT:main.again.func1()
// AGAIN-NEXT:	{{.*}}.go:26 +0x{{.*}}
// AGAIN-NEXT:panic(...)
// AGAIN-NEXT:	{{.+}}
// AGAIN-NEXT:main.again.func2()
// AGAIN-NEXT:	{{.*}}.go:27 +0x{{.*}}

//go:noinline
func group() {
	var wg sync.WaitGroup
	wg.Go(func() { panic("in a group") })
	wg.Wait()
}

//      GROUP:panic: in a group [recovered, repanicked]
// GROUP-EMPTY:
// GROUP-NEXT:goroutine {{[0-9]+}} [running]:
// GROUP-NEXT:sync.(*WaitGroup).Go.func1.1({{.*}})
// GROUP-NEXT:	{{.+}}
// GROUP-NEXT:panic(...)
// GROUP-NEXT:	{{.+}}
// GROUP-NEXT:main.group.func1()
// GROUP-NEXT:	{{.*}}.go:[[@LINE-12]] +0x{{.*}}
// GROUP-NEXT:sync.(*WaitGroup).Go.func1()
// GROUP-NEXT:	{{.+}}
// GROUP-NEXT:created by sync.(*WaitGroup).Go in goroutine 1
// GROUP-NEXT:	{{.+}}

//go:noinline
func goexit() {
	defer panic("in a Goexit")
	runtime.Goexit()
}

//      GOEXIT:panic: in a Goexit
// GOEXIT-EMPTY:
// GOEXIT-NEXT:goroutine 1 [running]:
// GOEXIT-NEXT:main.goexit.deferwrap1()
// GOEXIT-NEXT:	{{.*}}.go:[[@LINE-8]] +0x{{.*}}
// GOEXIT-NEXT:runtime.Goexit()
// GOEXIT-NEXT:	{{.+}}
// GOEXIT-NEXT:main.goexit()
// GOEXIT-NEXT:	{{.*}}.go:[[@LINE-11]] +0x{{.*}}

//go:noinline
func timer() {
	time.AfterFunc(1, func() { panic("in a timer") })
	select {}
}

//      TIMER:main.timer.func1()
// TIMER-NEXT:	{{.*}}.go:[[@LINE-5]] +0x{{.*}}
// TIMER-NEXT:created by time.goFunc
// TIMER-NEXT:	{{.+}} +0x{{.*}}

//go:noinline
func noFunction() {
	var f func(int)
	go f(1)
	select {}
}

//      NIL:panic: runtime error: invalid memory address or nil pointer dereference
// NIL-NEXT:[signal SIGSEGV: {{.*}}]
//      NIL:created by main.noFunction in goroutine 1
// NIL-NEXT:	{{.*}}.go:[[@LINE-7]] +0x{{.*}}

//go:noinline
func wrap() {
	if len(os.Args) > 0 {
		go panic("in a wrapper")
	}
	defer recover()
	select {}
}

//      WRAP:main.wrap.gowrap1()
// WRAP-NEXT:	{{.*}}.go:[[@LINE-7]] +0x{{.*}}
// WRAP-NEXT:created by main.wrap in goroutine 1

//go:noinline
func closeTwice() {
	c := make(chan int)
	close(c)
	defer close(c)
}

//      CLOSE:goroutine 1 [running]:
// CLOSE-NEXT:main.closeTwice()

func split(n int) {
	if n == 0 {
		var a [3]int
		i := 3
		a[i%4] = 1
	}
	go split(n - 1)
	time.Sleep(time.Second)
}

//      SPLIT:goroutine {{[0-9]+}} [running]:
// SPLIT-NEXT:main.split(...)
// SPLIT-NEXT:	{{.*}}.go:[[@LINE-8]] +0x{{.*}}
// SPLIT-NEXT:created by main.split in goroutine {{[0-9]+}}

func main() {
	switch os.Args[1] {
	case "again":
		again()
	case "group":
		group()
	case "goexit":
		goexit()
	case "timer":
		timer()
	case "nil":
		noFunction()
	case "wrap":
		wrap()
	case "close":
		closeTwice()
	case "split":
		split(3)
	}
}
