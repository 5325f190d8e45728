// RUN: %minigo run %s 2>&1 | FileCheck --strict-whitespace --match-full-lines %s
// A method with a value receiver called through a nil pointer: in an interface, directly, as a
// method value, promoted. Names of methods may be those of types.
package main

import "fmt"

type Kind uint8

func (k Kind) Kind() Kind { return k }

type Kinder interface {
	Kind() Kind
}

type base uint8

func (b base) Kind() Kind { return 9 }

type outer struct{ *base }

func try(name string, f func()) {
	defer func() { fmt.Println(name, recover()) }()
	f()
}

func main() {
	var none *Kind
	var k Kinder = Kind(3)
	fmt.Println(k.Kind())
	try("interface", func() { k = none; k.Kind() })
	try("direct", func() { none.Kind() })
	try("value", func() { _ = none.Kind })
	try("value of interface", func() { f := k.Kind; fmt.Print("made "); f() })
	try("promoted", func() { k = outer{}; k.Kind() })
	try("expression", func() { (*Kind).Kind(none) })
	try("deferred", func() { defer k.Kind() })
	generic := identity
	_ = generic
	var f func(Kind) Kind = same
	fmt.Println(f(4), apply(same, 5))
}

func identity(k Kind) Kind                 { return k }
func same[T any](x T) T                    { return x }
func apply(f func(Kind) Kind, k Kind) Kind { return f(k) }

// CHECK:3
// CHECK-NEXT:interface value method main.Kind.Kind called using nil *Kind pointer
// CHECK-NEXT:direct runtime error: invalid memory address or nil pointer dereference
// CHECK-NEXT:value runtime error: invalid memory address or nil pointer dereference
// CHECK-NEXT:made value of interface value method main.Kind.Kind called using nil *Kind pointer
// CHECK-NEXT:promoted runtime error: invalid memory address or nil pointer dereference
// CHECK-NEXT:expression value method main.Kind.Kind called using nil *Kind pointer
// CHECK-NEXT:deferred runtime error: invalid memory address or nil pointer dereference
// CHECK-NEXT:4 5
