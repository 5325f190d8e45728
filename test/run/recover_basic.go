// RUN: %minigo run %s 2>&1 | FileCheck --strict-whitespace --match-full-lines %s
// recover stops a panic, once, only in the deferred function itself.
package main

import "fmt"

func safe(f func()) (err any) {
	defer func() { err = recover() }()
	f()
	return "none"
}

func helper() any { return recover() }

func indirect() (r any) {
	defer func() { r = helper() }()
	defer func() { fmt.Println("nested:", func() any { return recover() }()) }()
	panic("not stopped by helpers")
}

func direct() {
	defer recover()
	defer fmt.Println("deferred print")
	panic("recover as the deferred call does nothing")
}

func handler()  { fmt.Println("handler", recover()) }
func byName()   { defer handler(); panic("by name") }
func byValue()  { h := handler; defer h(); panic("by value") }
func viaOther() { defer func() { handler() }(); panic("via other") }

type guard struct{ name string }

func (g guard) done()   { fmt.Println(g.name, recover()) }
func (g *guard) close() { fmt.Println(g.name, recover()) }
func method()           { defer guard{"value"}.done(); panic("m") }
func pointer()          { g := &guard{"pointer"}; defer g.close(); panic("p") }

type closer interface{ close() }

func iface() { var c closer = &guard{"iface"}; defer c.close(); panic("i") }

func resume() (n int) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println("recovered", r)
			n = -1
		}
	}()
	for i := 0; ; i++ {
		if i == 3 {
			panic(fmt.Sprint("at ", i))
		}
		n = i
	}
}

func main() {
	fmt.Println(safe(func() {}))
	fmt.Println(safe(func() { panic("boom") }))
	fmt.Println(safe(func() { panic(42) }))
	fmt.Println(safe(func() { var m map[string]int; m["a"] = 1 }))
	fmt.Println(safe(func() { indirect() }))
	fmt.Println(safe(direct))
	byName()
	byValue()
	fmt.Println(safe(viaOther))
	method()
	pointer()
	iface()
	fmt.Println(resume(), recover())
	fmt.Println(safe(func() { defer func() { panic("second") }(); panic("first") }))
	fmt.Println(safe(func() {
		defer func() { fmt.Println("inner", recover()); panic("again") }()
		panic("once")
	}))
}

// CHECK:<nil>
// CHECK-NEXT:boom
// CHECK-NEXT:42
// CHECK-NEXT:assignment to entry in nil map
// CHECK-NEXT:nested: <nil>
// CHECK-NEXT:not stopped by helpers
// CHECK-NEXT:deferred print
// CHECK-NEXT:recover as the deferred call does nothing
// CHECK-NEXT:handler by name
// CHECK-NEXT:handler by value
// CHECK-NEXT:handler <nil>
// CHECK-NEXT:via other
// CHECK-NEXT:value m
// CHECK-NEXT:pointer p
// CHECK-NEXT:iface i
// CHECK-NEXT:recovered at 3
// CHECK-NEXT:-1 <nil>
// CHECK-NEXT:second
// CHECK-NEXT:inner once
// CHECK-NEXT:again
