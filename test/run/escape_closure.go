// Function values that nothing keeps live in the frame; those that something keeps must not.
// RUN: %minigo run %s | FileCheck %s --match-full-lines
// RUN: %minigo run -O0 %s | FileCheck %s --match-full-lines
package main

import "fmt"

type op func(int) int

type box struct{ f func() int }

type yields func(int) bool

func three(yield yields) { _ = yield(1) && yield(2) && yield(3) }
func twice(o op, n int) int { return o(o(n)) }

func id(f func() int) func() int        { return f }
func call(f func() int) int             { return f() }
func variadic(fs ...func() int) int     { return fs[len(fs)-1]() }
func same(xs ...*int) []*int            { return xs }
func last(xs ...int) *int               { return &xs[len(xs)-1] }
func (b *box) keep(f func() int)        { b.f = f }
func both(f, g func() int) (r func() int) {
	if r = f; r() == 0 {
		r = g
	}
	return
}

// Overwrites the stack below.
func scribble(n int) int {
	var a [64]int
	for i := range a {
		a[i] = n + i
	}
	if n > 0 {
		return scribble(n-1) + a[n%64]
	}
	return 0
}

func counter() (func() int, func()) {
	n := 0
	return func() int { return n }, func() { n++ }
}

func kept() []func() int {
	var fs []func() int
	for i := 0; i < 3; i++ {
		local := i * 10
		f := func() int { local++; return local + i }
		fs = append(fs, f)
	}
	return fs
}

func inBlocks(c bool) int {
	var f func() int
	{
		x := 40
		f = func() int { x++; return x }
	}
	scribble(10)
	if c {
		y := 1
		g := func() int { y += 100; return y }
		f = both(g, f)
	}
	scribble(10)
	return f()
}

func loopCarried() int {
	var prev func() int
	total := 0
	for i := 0; i < 4; i++ {
		n := i
		cur := func() int { n *= 2; return n }
		if prev != nil {
			total = total*10 + prev()
		}
		prev = cur
	}
	return total
}

func jumps() int {
	i := 0
	var f func() int
again:
	x := i
	if f != nil {
		i += f()
	}
	f = func() int { x += 5; return x }
	if i++; i < 20 {
		goto again
	}
	return i
}

func deferred() (r int) {
	x := 1
	defer func() { r += x }()
	f := func() int { x += 10; return x }
	defer func(g func() int) { r += g() }(f)
	return f()
}

func recovered() (s string) {
	try := func(f func()) {
		defer func() { s += fmt.Sprint(recover(), ";") }()
		f()
	}
	n := 0
	try(func() { n = 1; panic("a") })
	try(func() { n += 2; _ = []int{}[n] })
	return s + fmt.Sprint(n)
}

func onOtherGoroutine(yield func(int) bool) {
	done := make(chan bool)
	for i := 0; i < 3; i++ {
		go func() { done <- yield(i) }()
		if !<-done {
			return
		}
	}
}

func rangeOver() (total int) {
	limit, step := 100, 1
	for i := range onOtherGoroutine {
		if total += i*limit + step; i == 1 {
			return total + 1000
		}
	}
	return
}

type tree struct {
	left, right *tree
	value       int
}

func (t *tree) all(yield func(int) bool) bool {
	return t == nil || t.left.all(yield) && yield(t.value) && t.right.all(yield)
}

func (t *tree) walk() func(func(int) bool) {
	return func(yield func(int) bool) { t.all(yield) }
}

func recursive(n int) int {
	depth := 0
	var visit func(int, *int) int
	visit = func(n int, up *int) int {
		depth++
		mine := n
		if n > 0 {
			*up += visit(n-1, &mine)
		}
		return mine
	}
	top := 0
	return visit(n, &top)*100 + top + depth
}

func main() {
	get, inc := counter()
	inc()
	inc()
	scribble(20)
	fmt.Println(get()) // CHECK: 2
	for _, f := range kept() {
		fmt.Print(f(), f(), " ")
	}
	fmt.Println() // CHECK-NEXT: 1 2 12 13 23 24
	fmt.Println(inBlocks(false), inBlocks(true), loopCarried(), jumps()) // CHECK-NEXT: 41 201 24 27
	fmt.Println(deferred(), recovered()) // CHECK-NEXT: 53 a;runtime error: index out of range [3] with length 0;3
	fmt.Println(rangeOver(), recursive(3)) // CHECK-NEXT: 1102 406
	n := 0
	for v := range three {
		n += v
	}
	fmt.Println(n, twice(func(a int) int { return a * 2 }, 3), twice(func(a int) int { n++; return a + n }, 1)) // CHECK-NEXT: 8 12 16
	x := 7
	f := id(func() int { x++; return x })
	scribble(20)
	var b box
	b.keep(func() int { x += 2; return x })
	m := map[string]func() int{"a": func() int { x += 3; return x }}
	scribble(20)
	fmt.Println(f(), b.f(), m["a"](), variadic(f, b.f)) // CHECK-NEXT: 8 10 13 15
	p, q := 1, 2
	ps := same(&p, &q)
	l := last(1, 2, 3)
	scribble(20)
	fmt.Println(*ps[1], *l, call(id(func() int { return p + q }))) // CHECK-NEXT: 2 3 3
	t := &tree{&tree{nil, nil, 1}, &tree{nil, nil, 3}, 2}
	sum := 0
	for v := range t.walk() {
		if v == 3 {
			break
		}
		sum += v
	}
	var o op = func(n int) int { sum += n; return sum }
	ch := make(chan op, 1)
	ch <- o
	fmt.Println(sum, (<-ch)(4)) // CHECK-NEXT: 7 7
	add := func(n int) { sum += n } // only called, but by a body that may be kept
	for v := range unknown {
		add(v)
	}
	fmt.Println(sum) // CHECK-NEXT: 42
	sum = 7
	var i any = func() int { sum++; return sum }
	scribble(20)
	fmt.Println(i.(func() int)(), func(n int) int { sum += n; return sum }(2)) // CHECK-NEXT: 8 10
}

var unknown = func(yield func(int) bool) {
	ready := make(chan bool)
	go func() { ready <- yield(35) }()
	<-ready
}
