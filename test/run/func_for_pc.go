// RUN: %minigo run -O0 %s | FileCheck %s --match-full-lines
// RUN: %minigo run -O2 %s | FileCheck %s --match-full-lines
// Where sanitizers are to see the files of Go, nothing names literals by their code.
// UNSUPPORTED: sanitizer
// The names of function values, by their code.
package main

import (
	"fmt"
	"reflect"
	"runtime"
)

type point struct{ x int }

func (p point) Value()    { fmt.Println(p.x) }
func (p *point) Pointer() { p.x++ }

func plain()               { fmt.Println("plain") }
func recovers()            { fmt.Println(recover()) }
func generic[X any](x X) X { return x }

//go:noinline
func name(f any) string {
	return runtime.FuncForPC(reflect.ValueOf(f).Pointer()).Name()
}

var atStart = func() { fmt.Println("at start") }

//go:noinline
func maker(n int) func() int {
	return func() int { n++; return n }
}

func small(x int) int { return x * 31 }

//go:noinline
func big(x int) int {
	fmt.Println(x)
	return x
}

func main() {
	p := point{1}
	fmt.Println(name(plain), name(recovers), name(main), name(fmt.Println))
	fmt.Println(name(atStart), name(func() { fmt.Println(p) }), name(maker(1)))
	fmt.Println(name(p.Value), name(p.Pointer), name(point.Value), name((*point).Pointer))
	var f func()
	fmt.Println(reflect.ValueOf(f).Pointer() == 0, runtime.FuncForPC(1) == nil)
	// Where it stands, also if it is inlined.
	for _, f := range []any{plain, small, big} {
		file, line := runtime.FuncForPC(reflect.ValueOf(f).Pointer()).FileLine(reflect.ValueOf(f).Pointer())
		fmt.Print(file[len(file)-14:], " ", line, " ")
	}
	fmt.Println()
	// Nothing is left of its lines: the function around it is known.
	fmt.Println(name(func() {})[:len("main.main.func")])
	a, b := maker(1), maker(2)
	fmt.Println(reflect.ValueOf(a).Pointer() == reflect.ValueOf(b).Pointer())
}

// CHECK: main.plain main.recovers main.main fmt.Println
// CHECK-NEXT: main.init.func1 main.main.func1 main.maker.func1
// CHECK-NEXT: main.point.Value-fm main.(*point).Pointer-fm main.point.Value main.(*point).Pointer
// CHECK-NEXT: true true
// CHECK-NEXT: func_for_pc.go 19 func_for_pc.go 35 func_for_pc.go 38{{ *}}
// CHECK-NEXT: main.main.func
// CHECK-NEXT: true
