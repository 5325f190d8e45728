// RUN: %minigo run %s | FileCheck %s --match-full-lines
// UNSUPPORTED: sanitizer
// Each check for nil and for a bound has its line, also where many end in the same call. (g++ merges them under a sanitizer.)
package main

import (
	"fmt"
	"runtime"
)

type shape struct {
	f func()
	i interface{ M() }
	p *shape
	a []int
}

// where prints the line of the function that panicked.
func where() {
	recover()
	pcs := make([]uintptr, 20)
	frames := runtime.CallersFrames(pcs[:runtime.Callers(0, pcs)])
	for frame, more := frames.Next(); more; frame, more = frames.Next() {
		if frame.Function == "main.use" {
			fmt.Println(frame.Line)
		}
	}
}

//go:noinline
func use(s shape, t *shape, k int) int {
	defer where()
	switch k {
	case 0:
		s.f()
	case 1:
		t.f()
	case 2:
		s.i.M()
	case 3:
		t.i.M()
	case 4:
		return s.a[k] + 1
	case 5:
		return t.a[k] + 2
	case 6:
		return len(s.p.a)
	case 7:
		return len(t.p.a)
	case 8:
		t.p.p = t
	}
	return 0
}

func main() {
	for k := range 9 {
		use(shape{}, &shape{}, k)
	}
}

// CHECK: 35
// CHECK-NEXT: 37
// CHECK-NEXT: 39
// CHECK-NEXT: 41
// CHECK-NEXT: 43
// CHECK-NEXT: 45
// CHECK-NEXT: 47
// CHECK-NEXT: 49
// CHECK-NEXT: 51
