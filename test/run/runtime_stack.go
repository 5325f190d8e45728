// RUN: %minigo run %s 2>&1 | FileCheck --match-full-lines %s
// runtime.Stack: of the caller, of all, into too little room; names of methods and literals in the program.
package main

import (
	"fmt"
	"runtime"
	"runtime/debug"
)

type thing struct{}

func (*thing) method(f func() string) string { return f() }

func main() {
	stop, started := make(chan int), make(chan int)
	go func() {
		started <- 1
		<-stop
	}()
	<-started
	runtime.Gosched()
	buf := make([]byte, 1<<16)
	fmt.Print(string(buf[:runtime.Stack(buf, false)]))
	fmt.Println("--")
	fmt.Print(string(buf[:runtime.Stack(buf, true)]))
	fmt.Println("--")
	fmt.Println(runtime.Stack(buf[:10], true), string(buf[:10]), runtime.Stack(nil, true))
	fmt.Print(new(thing).method(func() string { return string(debug.Stack()) }))
}

// CHECK:goroutine 1 [running]:
// CHECK-NEXT:main.main()
// CHECK-NEXT:	{{.*}}runtime_stack.go:24 +0x{{.*}}
// CHECK-NEXT:--
// CHECK-NEXT:goroutine 1 [running]:
// CHECK-NEXT:main.main()
// CHECK-NEXT:	{{.*}}runtime_stack.go:26 +0x{{.*}}
// CHECK-EMPTY:
// CHECK-NEXT:goroutine 2 [chan receive]:
// CHECK-NEXT:main.main.func1()
// CHECK-NEXT:	{{.*}}runtime_stack.go:19 +0x{{.*}}
// CHECK-NEXT:created by main.main in goroutine 1
// CHECK-NEXT:	{{.*}}runtime_stack.go:17 +0x{{.*}}
// CHECK-NEXT:--
// CHECK-NEXT:10 goroutine  0
// CHECK-NEXT:goroutine 1 [running]:
// CHECK-NEXT:runtime/debug.Stack()
// CHECK-NEXT:	{{.*}}stack.go:{{.*}}
// CHECK-NEXT:main.main.func{{.*}}
// CHECK-NEXT:	{{.*}}runtime_stack.go:29{{.*}}
// CHECK-NEXT:main.(*thing).method(...)
// CHECK-NEXT:	{{.*}}runtime_stack.go:13{{.*}}
// CHECK-NEXT:main.main()
// CHECK-NEXT:	{{.*}}runtime_stack.go:29 +0x{{.*}}
