// RUN: %minigo run %s 2>&1 | FileCheck --strict-whitespace --match-full-lines %s
// defer in the body of a range over a function: it belongs to the function around the loop, in
// order with that function's and the iterators' own deferred calls, also when they panic.
package main

import "fmt"

func count(n int) func(func(int) bool) {
	return func(yield func(int) bool) {
		defer fmt.Println("iterator ends", n)
		for i := range n {
			if !yield(i) {
				return
			}
		}
	}
}

func simple() {
	defer fmt.Println("first")
	for i := range count(2) {
		defer fmt.Println("in loop", i)
	}
	defer fmt.Println("behind loop")
	fmt.Println("end")
}

func nested() (r int) {
	for i := range count(2) {
		defer func() { r = r*10 + i }()
		for j := range count(2) {
			defer func() { r = r*10 + j + 5 }()
			if i == 1 && j == 1 {
				return 1
			}
		}
		for range 2 {
			defer fmt.Print("plain loop ", i, "\n")
		}
	}
	return 0
}

func recovers() (err error) {
	for i := range count(3) {
		defer func() {
			if e := recover(); e != nil {
				err = fmt.Errorf("recovered %v with %d", e, i)
			}
		}()
		if i == 1 {
			panic("in body")
		}
	}
	return nil
}

func panics() {
	defer func() { fmt.Println("got", recover()) }()
	for i := range count(2) {
		defer func() { panic(fmt.Sprint("deferred ", i)) }()
	}
	fmt.Println("loop done")
}

func inLiteral() {
	for i := range count(2) {
		func() {
			defer fmt.Println("of the literal", i)
			for j := range count(1) {
				defer fmt.Println("of its loop", i, j)
			}
		}()
	}
	fmt.Println("literals done")
}

type closer struct{ name string }

func (c *closer) Close(code int) { fmt.Println("close", c.name, code) }

func methods[T any](list ...T) (n int) {
	each := func(yield func(int, T) bool) {
		for i, x := range list {
			if !yield(i, x) {
				return
			}
		}
	}
	for i, x := range each {
		c := &closer{fmt.Sprint(x)}
		defer c.Close(i)
		n++
		if i == 1 {
			break
		}
	}
	return
}

func main() {
	simple()
	fmt.Println(nested())
	fmt.Println(recovers())
	panics()
	inLiteral()
	fmt.Println(methods("a", "b", "c"))
}

// CHECK:iterator ends 2
// CHECK-NEXT:end
// CHECK-NEXT:behind loop
// CHECK-NEXT:in loop 1
// CHECK-NEXT:in loop 0
// CHECK-NEXT:first
// CHECK-NEXT:iterator ends 2
// CHECK-NEXT:iterator ends 2
// CHECK-NEXT:iterator ends 2
// CHECK-NEXT:plain loop 0
// CHECK-NEXT:plain loop 0
// CHECK-NEXT:1651650
// CHECK-NEXT:iterator ends 3
// CHECK-NEXT:recovered in body with 1
// CHECK-NEXT:iterator ends 2
// CHECK-NEXT:loop done
// CHECK-NEXT:got deferred 0
// CHECK-NEXT:iterator ends 1
// CHECK-NEXT:of its loop 0 0
// CHECK-NEXT:of the literal 0
// CHECK-NEXT:iterator ends 1
// CHECK-NEXT:of its loop 1 0
// CHECK-NEXT:of the literal 1
// CHECK-NEXT:iterator ends 2
// CHECK-NEXT:literals done
// CHECK-NEXT:close b 1
// CHECK-NEXT:close a 0
// CHECK-NEXT:2
