// RUN: %minigo run %s 2>&1 | FileCheck --strict-whitespace --match-full-lines %s
// Deferred calls see and change named results.
package main

import "fmt"

func named() (r int) {
	defer func() { r *= 2 }()
	r = 5
	return r + 1
}

func two() (a int, s string) {
	defer func() { a++; s += "!" }()
	return 1, "x"
}

func swap() (a, b int) {
	defer func() { fmt.Println("deferred sees", a, b) }()
	a, b = 1, 2
	return b, a
}

func unnamed() int {
	x := 1
	defer func() { x = 100 }()
	return x
}

func shadow() (err error) {
	defer func() {
		if err != nil {
			err = fmt.Errorf("wrapped: %w", err)
		}
	}()
	if err := fmt.Errorf("inner"); err != nil {
		return err
	}
	return nil
}

func keep() (r int, get func() int) {
	get = func() int { return r }
	return 42, get
}

func bare() (n int, ok bool) {
	defer func() { ok = n > 3 }()
	for n < 10 {
		n++
		if n == 5 {
			return
		}
	}
	return
}

func main() {
	fmt.Println(named())
	fmt.Println(two())
	fmt.Println(swap())
	fmt.Println(unnamed(), shadow())
	r, get := keep()
	fmt.Println(r, get())
	fmt.Println(bare())
}

// CHECK:12
// CHECK-NEXT:2 x!
// CHECK-NEXT:deferred sees 2 1
// CHECK-NEXT:2 1
// CHECK-NEXT:1 wrapped: inner
// CHECK-NEXT:42 42
// CHECK-NEXT:5 true
