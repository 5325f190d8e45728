// RUN: %minigo run %s 2>&1 | FileCheck --strict-whitespace --match-full-lines %s
// runtime.Caller, Callers and CallersFrames: functions, methods, literals, deferred calls.
package main

import (
	"fmt"
	"runtime"
)

type T struct{}

func base(path string) string {
	for i := len(path) - 1; i >= 0; i-- {
		if path[i] == '/' {
			return path[i+1:]
		}
	}
	return path
}

func here(skip int) {
	pc, file, line, ok := runtime.Caller(skip)
	if !ok {
		fmt.Println("no caller")
		return
	}
	fmt.Println(runtime.FuncForPC(pc).Name(), base(file), line)
}

//go:noinline
func (T) Method() { here(1) }

//go:noinline
func (*T) Pointer() { here(1); here(2) }

func generic[E any](E) { here(1) }

func trace() {
	pcs := make([]uintptr, 10)
	n := runtime.Callers(1, pcs)
	frames := runtime.CallersFrames(pcs[:n])
	for {
		frame, more := frames.Next()
		fmt.Println(frame.Function, base(frame.File), frame.Line)
		if frame.Function == "main.main" || !more {
			break
		}
	}
}

func deferring() {
	defer fmt.Println("deferred")
	defer func() {
		recover()
		here(0)
		here(1)
	}()
}

func main() {
	here(0)
	here(1)
	here(1000)
	T{}.Method()
	new(T).Pointer()
	generic(1)
	func() {
		here(1)
		trace()
	}()
	deferring()
	fmt.Println(runtime.FuncForPC(0) == nil, runtime.Callers(1000, make([]uintptr, 1)), runtime.Callers(0, nil))
}

// CHECK:main.here callers.go 22
// CHECK-NEXT:main.main callers.go 62
// CHECK-NEXT:no caller
// CHECK-NEXT:main.T.Method callers.go 31
// CHECK-NEXT:main.(*T).Pointer callers.go 34
// CHECK-NEXT:main.main callers.go 65
// CHECK-NEXT:main.generic[...] callers.go 36
// CHECK-NEXT:main.main.func1 callers.go 68
// CHECK-NEXT:main.trace callers.go 40
// CHECK-NEXT:main.main.func1 callers.go 69
// CHECK-NEXT:main.main callers.go 70
// CHECK-NEXT:main.here callers.go 22
// CHECK-NEXT:main.deferring.func1 callers.go 56
// CHECK-NEXT:deferred
// CHECK-NEXT:true 0 0
