// RUN: %go run -gcflags=-l %s > %t.go
// RUN: %minigo run -O0 %s | diff %t.go -
// RUN: %minigo run -O2 %s | diff %t.go -
// RUN: %minigo run -shard 20 %s | diff %t.go -
// REQUIRES: go
// Where sanitizers are to see the files of Go, lines alone tell literals apart.
// UNSUPPORTED: sanitizer
// Function literals in all places where they may stand, and the lines of their calls, in tracebacks: as gc names them without
// inlining. Several in a line are told apart, what gc drops is not counted, wrappers and bodies of functions that defer are no frames.
package main

import (
	"errors"
	"fmt"
	"os"
	"runtime"
	"sync"
)

//go:noinline
func where(label string) {
	var callers [40]uintptr
	frames := runtime.CallersFrames(callers[:runtime.Callers(2, callers[:])])
	fmt.Print(label, ":")
	for {
		frame, more := frames.Next()
		if name := frame.Function; name == "runtime.gopanic" {
			fmt.Print(" ", name)
		} else if len(name) > 5 && name[:5] == "main." {
			fmt.Print(" ", name[5:], ":", frame.Line)
		}
		if !more {
			break
		}
	}
	fmt.Println()
}

//go:noinline
func call(f func()) { f() }

//go:noinline
func call1(f func(int), n int) { f(n) }

//go:noinline
func seq(n int) func(yield func(int) bool) {
	return func(yield func(int) bool) {
		for i := range n {
			if !yield(i) {
				return
			}
		}
	}
}

const debug = false

type T struct{ n int }

//go:noinline
func (t T) Value(s string) { where("value " + s) }

//go:noinline
func (t *T) Pointer(s string) { where("pointer " + s) }

//go:noinline
func (t *T) Deep() {
	defer func() {
		where("deep defer")
		defer func() { where("deep defer defer") }()
	}()
	call(func() { call(func() { call(func() { where("deep deep") }) }) })
}

type E struct{ *T }

//go:noinline
func generic[A any](a A) {
	call(func() { where("generic lit") })
	func() { defer func() { where("generic defer") }() }()
	for range seq(1) {
		where("generic range")
		call(func() { where("generic range lit") })
	}
}

type G[A any] struct{ a A }

//go:noinline
func (g *G[A]) M() {
	call(func() { where("G.M lit") })
}

var (
	v1 = func() int { where("v1"); return v2 }()
	v2 = func() int { call(func() { where("v2 inner") }); return 3 }()
	fv = func() { where("fv") }
	m  = map[string]func(){
		"a": func() { where("map a") },
		"b": func() { where("map b") },
	}
)

func init() { call(func() { where("init0") }) }

func init() {
	defer func() { where("init1 defer") }()
	call(func() { where("init1") })
}

//go:noinline
func ifs(n int) {
	if f := func() int { where("if init"); return n }; f() > 0 {
		call(func() { where("then") })
	} else if func() bool { where("elseif cond"); return true }() {
		call(func() { where("elseif then") })
	} else {
		call(func() { where("else") })
	}
	if debug {
		call(func() { where("dead") })
	}
	if debug && func() bool { return true }() {
		call(func() { where("dead2") })
	}
	if !debug {
		call(func() { where("alive") })
	} else {
		call(func() { where("dead3") })
	}
	call(func() { where("behind ifs") })
}

//go:noinline
func loops() {
	for i := func() int { where("for init"); return 0 }(); func() bool { where("for cond"); return i < 1 }(); func() { where("for post"); i++ }() {
		call(func() { where("for body") })
	}
	for range []int{1} {
		defer func() { where("range defer") }()
		call(func() { where("range body") })
	}
	for i := range seq(2) {
		defer func() { where("seq defer") }()
		call(func() { where("seq body") })
		for range seq(1) {
			where("inner seq")
			call(func() { where("inner seq lit") })
			defer fmt.Print(i, "\n")
		}
		if i == 0 {
			continue
		}
		break
	}
	call(func() {
		for range seq(1) {
			where("lit seq")
			call(func() { where("lit seq lit") })
		}
	})
}

//go:noinline
func switches(n int, c chan int, x any) {
	switch f := func() int { where("switch tag"); return n }; f() {
	case 0:
		call(func() { where("case 0") })
	case func() int { where("case expr"); return 1 }():
		call(func() { where("case 1") })
		fallthrough
	case 2:
		call(func() { where("case 2") })
	default:
		call(func() { where("default") })
	}
	switch x := x.(type) {
	case int:
		call(func() { where("type int"); _ = x })
	case string:
		call(func() { where("type string"); _ = x })
	}
	select {
	case c <- func() int { where("select send"); return 1 }():
		call(func() { where("select body") })
	default:
		call(func() { where("select default") })
	}
	select {
	case v := <-c:
		call(func() { where("select recv"); _ = v })
	}
}

//go:noinline
func gos() {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() { defer wg.Done(); func() { where("go one line") }() }()
	wg.Wait()
	wg.Add(2)
	go func(s string) {
		defer wg.Done()
		defer func(s string) { where("go defer args " + s) }("y")
		where("go args " + s)
	}("x")
	for runtime.NumGoroutine() > 1 {
		runtime.Gosched()
	}
	if wg.Add(0); true {
		go call(func() { where("go call"); wg.Done() })
	}
	wg.Wait()
	wg.Add(1)
	t := &T{1}
	go func() { t.Pointer("in go"); wg.Done() }()
	wg.Wait()
	wg.Go(func() { where("wg.Go") })
	wg.Wait()
	c := make(chan bool)
	go func() {
		go func() {
			defer func() { where("nested go defer"); c <- true }()
		}()
	}()
	<-c
	defer t.Value("deferred")
	defer t.Pointer("deferred")
	f := t.Value
	call1(func(n int) { f(fmt.Sprint(n)) }, 2)
	defer f("bound")
	defer E{t}.Value("promoted")
	g := (*T).Pointer
	g(t, "methexpr")
	h := E.Value
	h(E{t}, "promoted expr")
	defer call(func() { where("deferred call") })
	var i interface{ Value(string) } = E{t}
	i.Value("iface")
	defer i.Value("deferred iface")
	k := i.Value
	k("iface bound")
}

//go:noinline
func args(fs ...func()) {
	for _, f := range fs {
		f()
	}
}

//go:noinline
func lits() {
	args(func() { where("arg 1") }, func() { where("arg 2") }, func() {
		args(func() { where("arg 3.1") }, func() { where("arg 3.2") })
	})
	s := struct{ f, g func() }{g: func() { where("field g") }, f: func() { where("field f") }}
	s.f()
	s.g()
	a := []func(){func() { where("el 0") }, 3: func() { where("el 3") }}
	a[0]()
	a[3]()
	func() { func() { where("called twice deep") }() }()
	x, y := func() int { where("x"); return 1 }(), func() int { where("y"); return 2 }()
	fmt.Println(x + y)
	var e error
	if errors.As(fmt.Errorf("x"), &e) && func() bool { where("andand"); return true }() || func() bool { return false }() {
		where("none")
	}
	defer func() {
		defer func() {
			defer func() { where("3 deep"); recover() }()
			panic("c")
		}()
		where("recovered " + fmt.Sprint(recover()))
	}()
	panic("a")
}

//go:noinline
func result() (f func(), g func()) {
	f = func() { where("result f") }
	return f, func() { where("result g") }
	call(func() { where("dead") })
	return
}

func main() {
	fv()
	m["a"]()
	m["b"]()
	(&T{}).Deep()
	generic(1)
	generic("s")
	generic(&T{})
	(&G[int]{}).M()
	ifs(0)
	ifs(1)
	loops()
	switches(0, make(chan int, 1), 1)
	switches(1, make(chan int, 1), "s")
	gos()
	lits()
	f, g := result()
	f()
	g()
	if len(os.Args) > 5 {
		defer func() { where("never") }()
	}
	done := make(chan bool)
	go func() {
		defer close(done)
		where("main go")
	}()
	<-done
	for _, f := range []func(){where0, (&T{}).Deep} {
		f()
	}
}

//go:noinline
func where0() { where("0") }
