// RUN: %minigo run %s 2>&1 | FileCheck --strict-whitespace --match-full-lines %s
// Package errors: Is, As, AsType, Join and Unwrap through single and multiple wrapping, with methods
// Is and As, and As's panics.
package main

import (
	"errors"
	"fmt"
)

type notFound struct{ name string }

func (e notFound) Error() string { return e.name + " not found" }

type code int

func (c *code) Error() string { return fmt.Sprint("code ", int(*c)) }
func (c *code) Is(target error) bool {
	other, ok := target.(*code)
	return ok && *other == *c
}

type list []string

func (l list) Error() string { return fmt.Sprint([]string(l)) }

type disguise struct{ error }

func (d disguise) As(target any) bool {
	n, ok := target.(*notFound)
	if ok {
		n.name = "disguised"
	}
	return ok
}

type timeout interface{ Timeout() bool }
type slow struct{ error }

func (slow) Timeout() bool { return true }

func try(f func()) {
	defer func() { fmt.Println(recover()) }()
	f()
}

func main() {
	base := errors.New("base")
	wrapped := fmt.Errorf("outer: %w", fmt.Errorf("inner: %w", base))
	fmt.Println(errors.Is(wrapped, base), errors.Is(base, wrapped), errors.Is(nil, base), errors.Is(nil, nil))
	fmt.Println(errors.Unwrap(wrapped), errors.Unwrap(base), errors.Unwrap(nil))
	joined := errors.Join(nil, base, notFound{"x"}, nil)
	fmt.Printf("%v|%q\n", joined, joined.Error())
	fmt.Println(errors.Join(nil, nil) == nil, errors.Unwrap(joined))
	many := fmt.Errorf("%w and %w", joined, errors.ErrUnsupported)
	fmt.Println(errors.Is(many, notFound{"x"}), errors.Is(many, notFound{"y"}), errors.Is(many, errors.ErrUnsupported))
	var nf notFound
	fmt.Println(errors.As(many, &nf), nf.name)
	found, ok := errors.AsType[notFound](many)
	fmt.Println(found, ok)
	c1, c2, c3 := code(1), code(1), code(2)
	fmt.Println(errors.Is(fmt.Errorf("%w", &c1), &c2), errors.Is(&c1, &c3))
	var pc *code
	fmt.Println(errors.As(fmt.Errorf("%w", &c3), &pc), pc == &c3)
	fmt.Println(errors.Is(list{"a"}, list{"a"}), errors.Is(list{"a"}, base))
	var l list
	fmt.Println(errors.As(fmt.Errorf("x %w", list{"a", "b"}), &l), l)
	fmt.Println(errors.As(disguise{base}, &nf), nf.name)
	_, ok = errors.AsType[*code](disguise{base})
	fmt.Println(ok)
	var t timeout
	fmt.Println(errors.As(fmt.Errorf("%w", slow{base}), &t), t.Timeout())
	t2, ok := errors.AsType[interface {
		error
		timeout
	}](errors.Join(base, slow{base}))
	fmt.Println(t2, ok)
	var e error
	fmt.Println(errors.As(wrapped, &e), e == wrapped)
	var a any
	fmt.Println(errors.As(base, &a), a == any(base))
	fmt.Println(errors.As(nil, nil))
	try(func() { errors.As(base, nil) })
	try(func() { errors.As(base, 1) })
	try(func() { errors.As(base, (*error)(nil)) })
	var n int
	try(func() { errors.As(base, any(&n)) })
}

// CHECK:true false false true
// CHECK-NEXT:inner: base <nil> <nil>
// CHECK-NEXT:base
// CHECK-NEXT:x not found|"base\nx not found"
// CHECK-NEXT:true <nil>
// CHECK-NEXT:true false true
// CHECK-NEXT:true x
// CHECK-NEXT:x not found true
// CHECK-NEXT:true false
// CHECK-NEXT:true true
// CHECK-NEXT:false false
// CHECK-NEXT:true [a b]
// CHECK-NEXT:true disguised
// CHECK-NEXT:false
// CHECK-NEXT:true true
// CHECK-NEXT:base true
// CHECK-NEXT:true true
// CHECK-NEXT:true true
// CHECK-NEXT:false
// CHECK-NEXT:errors: target cannot be nil
// CHECK-NEXT:errors: target must be a non-nil pointer
// CHECK-NEXT:errors: target must be a non-nil pointer
// CHECK-NEXT:errors: *target must be interface or implement error
