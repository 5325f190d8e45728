// RUN: %minigo run %s 2>&1 | FileCheck --strict-whitespace --match-full-lines %s
// Jumps out of bodies of ranges over functions: labels, goto, return through several loops, mixed
// with ordinary loops, switch and literals; results that deferred calls see.
package main

import "fmt"

func count(n int) func(func(int) bool) {
	return func(yield func(int) bool) {
		for i := range n {
			if !yield(i) {
				fmt.Print("<", n, " stopped>")
				return
			}
		}
	}
}

func forever(yield func() bool) {
	for yield() {
	}
}

func gotos(n int) string {
	tries := 0
again:
	for i := range count(4) {
		switch {
		case i == n:
			goto done
		case i == 2 && tries < 2:
			tries++
			goto again
		case i == 3:
			goto inside
		}
		continue
	inside:
		for j := range count(3) {
			if j == 1 {
				goto next
			}
			fmt.Print("j", j, " ")
		}
	next:
		fmt.Print("n ")
	}
	return fmt.Sprint("fell out after ", tries)
done:
	return fmt.Sprint("done after ", tries)
}

func deep() (a int, b string) {
	defer func() { a++ }()
outer:
	for i := range count(3) {
	middle:
		for {
			for j := range count(3) {
				switch {
				case i == 0 && j == 1:
					break middle
				case i == 1 && j == 0:
					continue outer
				case i == 2 && j == 2:
					for range forever {
						return i*10 + j, "deep"
					}
				default:
					continue
				}
			}
			fmt.Print("not reached ")
			break outer
		}
		fmt.Print("after middle ")
	}
	return -1, "end"
}

func several(n int) (int, string, []int) {
	var seen []int
	for i := range count(5) {
		func() {
			for j := range count(2) {
				if j == 1 {
					return
				}
				seen = append(seen, i)
			}
		}()
		if i == n {
			return i, fmt.Sprint("at ", n), seen
		}
	}
	return 0, "", nil
}

func assigned() {
	var i, sum int
	var p struct{ f []int }
	p.f = make([]int, 1)
	for i = range count(4) {
		sum += i
	}
	for p.f[0] = range count(3) {
	}
	for range count(2) {
		sum++
	}
	fmt.Println(i, sum, p.f)
	var fs []func() int
	for k := range count(3) {
		fs = append(fs, func() int { k *= 10; return k })
	}
	for _, f := range fs {
		fmt.Print(f(), f(), " ")
	}
	fmt.Println()
	func() {
		for f := range count(1) {
			_ = f
			for _ = range count(1) {
				return
			}
		}
	}()
	var nothing func(func() bool)
	defer func() { fmt.Println(recover()) }()
	for range nothing {
	}
}

func main() {
	fmt.Println(gotos(1))
	fmt.Println(gotos(2))
	fmt.Println(gotos(9))
	fmt.Println(deep())
	fmt.Println(several(2))
	fmt.Println(several(7))
	assigned()
}

// CHECK:<4 stopped>done after 0
// CHECK-NEXT:<4 stopped>done after 0
// CHECK-NEXT:<4 stopped><4 stopped>j0 <3 stopped>n fell out after 2
// CHECK-NEXT:<3 stopped>after middle <3 stopped><3 stopped><3 stopped>23 deep
// CHECK-NEXT:<2 stopped><2 stopped><2 stopped><5 stopped>2 at 2 [0 1 2]
// CHECK-NEXT:<2 stopped><2 stopped><2 stopped><2 stopped><2 stopped>0  []
// CHECK-NEXT:3 8 [2]
// CHECK-NEXT:0 0 10 100 20 200 
// CHECK-NEXT:<1 stopped><1 stopped>runtime error: invalid memory address or nil pointer dereference
