// RUN: %go run -gcflags=-l %s > %t.go
// RUN: %minigo run -O0 %s | diff %t.go -
// RUN: %minigo run -O2 %s | diff %t.go -
// REQUIRES: go
// Calls and panics in statements of several lines have the lines that gc gives them.
package main

import (
	"fmt"
	"runtime"
)

type B struct{ p *int }

//go:noinline
func (b *B) A(n int) *B {
	w("A", n)
	return b
}

//go:noinline
func w(s string, n int) int {
	var callers [40]uintptr
	frames := runtime.CallersFrames(callers[:runtime.Callers(2, callers[:])])
	fmt.Print(s, n, ":")
	for {
		frame, more := frames.Next()
		if name := frame.Function; len(name) > 5 && name[:5] == "main." {
			fmt.Print(" ", name[5:], ":", frame.Line)
		}
		if !more {
			break
		}
	}
	fmt.Println()
	return n
}

//go:noinline
func add(ns ...int) int { return w("add", len(ns)) }

//go:noinline
func add2(a, b int) int { return w("add", 2) }

type S struct {
	a, b int
	f    func() int
}

func try(f func()) {
	defer func() {
		if e := recover(); e != nil {
			var callers [40]uintptr
			frames := runtime.CallersFrames(callers[:runtime.Callers(2, callers[:])])
			fmt.Print("panic:")
			for {
				frame, more := frames.Next()
				if name := frame.Function; len(name) > 5 && name[:5] == "main." {
					fmt.Print(" ", name[5:], ":", frame.Line)
				}
				if !more {
					break
				}
			}
			fmt.Println()
		}
	}()
	f()
}

func main() {
	b := &B{}
	b.
		A(1).
		A(2).
		A(
			w("arg", 3),
		).A(4)
	add2(
		w("x", 1),
		w("y", 2))
	fmt.Println(
		"a",
		w("z", 1),
		add2(w("u", 1),
			w("v", 2)),
	)
	s := S{
		a: w("a", 1),
		b: w("b", 2),
		f: func() int {
			return w("f", 1)
		},
	}
	_ = w("p", 1) +
		w("q", 2) +
		w("r", s.f())
	if w("c1", 1) == 1 &&
		w("c2", 1) == 1 &&
		w("c3", 2) == 1 {
		return
	}
	m := map[string]int{
		"a": w("ma", 1),
		"b": w("mb", 2),
	}
	xs := []*B{
		{}, nil,
	}
	try(func() {
		fmt.Println(m["a"],
			*xs[0].A(1).
				p)
	})
	try(func() {
		fmt.Println(m["a"],
			xs[m["b"]].
				p)
	})
	try(func() {
		fmt.Println(m["a"],
			xs[m["a"]].
				p)
	})
	try(func() {
		add2(m["a"],
			1/
				(m["a"]-1))
	})
	try(func() {
		var x any = 1
		add2(m["a"],
			len(x.(string)))
	})
	x, y := w("x", 1),
		w("y", 2)
	add(
		x, y,
		add(1,
			2),
	)
	done := make(chan bool)
	go func(n int) {
		w("go", n)
		close(done)
	}(
		w("goarg", 1),
	)
	<-done
	defer add2(
		w("d1", 1),
		w("d2", 2),
	)
	func() {
		w("iife", 1)
	}()
	switch w("tag", 1) {
	case w("k1", 0),
		w("k2", 1):
		w("body", 1)
	}
	for i := range add2(1,
		w("range", 2)) {
		_ = i
	}
	func(ns ...int) int {
		return w("var", len(ns))
	}(w("v1", 1),
		w("v2", 2))
	ret()
}

func ret() (int, string, error) {
	return w("r1", 1),
		fmt.Sprint(w("r2", 2)),
		fmt.Errorf("x %d %d",
			w("r3", 3),
			w("r4", 4))
}
