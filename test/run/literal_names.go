// RUN: %minigo run -O0 %s | FileCheck %s --match-full-lines
// RUN: %minigo run -O2 %s | FileCheck %s --match-full-lines
// Function literals and bodies of range statements over functions in tracebacks, with the lines of their calls: names
// are those of gc without inlining. The bodies differ, as equal code is kept once.
package main

import (
	"fmt"
	"runtime"
)

type tree struct{ name string }

//go:noinline
func where() {
	var callers [20]uintptr
	frames := runtime.CallersFrames(callers[:runtime.Callers(2, callers[:])])
	separator := ""
	for {
		frame, more := frames.Next()
		if name := frame.Function; len(name) > 5 && name[:5] == "main." {
			fmt.Print(separator, name, ":", frame.Line)
			separator = " "
		}
		if !more {
			break
		}
	}
	fmt.Println()
}

//go:noinline
func call(f func()) {
	f()
	fmt.Print()
}

//go:noinline
func (t *tree) walk() {
	call(func() {
		call(func() {
			where()
			fmt.Print("a"[:0])
		})
		call(func() {
			where()
			fmt.Print("ab"[:0])
		})
	})
	call(func() {
		where()
		fmt.Print("abc"[:0])
	})
}

//go:noinline
func each[T any](xs []T) func(yield func(int, T) bool) {
	return func(yield func(int, T) bool) {
		for i, x := range xs {
			if !yield(i, x) {
				return
			}
		}
	}
}

var atStart = func() int {
	where()
	fmt.Print("abcd"[:0])
	return 1
}()

func init() {
	call(func() {
		where()
		fmt.Print("abcde"[:0])
	})
}

func main() {
	first := func() {
		where()
		fmt.Print("abcdef"[:0])
	}
	second := func() {
		where()
		fmt.Print("abcdefg"[:0])
	}
	call(second)
	call(first)
	(&tree{}).walk()
	for _, s := range each([]string{"a"}) {
		where()
		call(func() {
			where()
			fmt.Print(s[:0])
		})
		for range each([]int{1}) {
			where()
			fmt.Print("abcdefgh"[:0])
		}
	}
	done := make(chan bool)
	go func() {
		defer close(done)
		where()
		fmt.Print("abcdefghi"[:0])
	}()
	<-done
	defer func() {
		where()
		fmt.Print(recover() != nil, "\n")
	}()
	func() {
		var p *tree
		fmt.Print(p.name)
	}()
}

// CHECK: main.init.func1:68 main.init:71
// CHECK-NEXT: main.init.0.func1:75 main.call:34 main.init.0:74
// CHECK-NEXT: main.main.func2:86 main.call:34 main.main:89
// CHECK-NEXT: main.main.func1:82 main.call:34 main.main:90
// CHECK-NEXT: main.(*tree).walk.func1.1:42 main.call:34 main.(*tree).walk.func1:41 main.call:34 main.(*tree).walk:40 main.main:91
// CHECK-NEXT: main.(*tree).walk.func1.2:46 main.call:34 main.(*tree).walk.func1:45 main.call:34 main.(*tree).walk:40 main.main:91
// CHECK-NEXT: main.(*tree).walk.func2:51 main.call:34 main.(*tree).walk:50 main.main:91
// CHECK-NEXT: main.main-range1:93 main.each[...].func1:60 main.main:92
// CHECK-NEXT: main.main.func3:95 main.call:34 main.main-range1:94 main.each[...].func1:60 main.main:92
// CHECK-NEXT: main.main-range2:99 main.each[...].func1:60 main.main-range1:98 main.each[...].func1:60 main.main:92
// CHECK-NEXT: main.main.func4:106
// CHECK-NEXT: main.main.func5:111 main.main.func6:116 main.main:117
// CHECK-NEXT: true
