// Objects that do not escape are variables of the frame: fresh ones for each iteration, gone to the heap where something
// keeps them, as long-lived as what points to them.
//
// RUN: %minigo run %s | FileCheck %s
// RUN: env MINIGO_GC_EVERY=1 %minigo run %s | FileCheck %s
// RUN: %minigo run -O0 %s | FileCheck %s
package main

import "fmt"

type point struct{ x, y int }

type node struct {
	value int
	next  *node
}

type shape interface{ area() int }

func (p point) area() int   { return p.x * p.y }
func (p *point) grow(n int) { p.x += n }

type words struct{ a, b string }

func (w words) area() int { return len(w.a) * len(w.b) }

func sum(xs []int) (total int) {
	for _, x := range xs {
		total += x
	}
	return
}

func sides(p *point) int { return p.x + p.y }

func same(p *point) *point { return p }

func area(s shape) int { return s.area() }

func isShape(v any) bool { _, ok := v.(shape); return ok }

func equal(a, b any) bool { return a == b }

// --- In a loop: each iteration's object is another.

func kept() {
	var all []*point
	for i := range 3 {
		p := &point{i, i}
		all = append(all, p)
	}
	fmt.Println(*all[0], *all[1], *all[2])

	var last *point
	sums := 0
	for i := range 3 {
		p := &point{i, 1}
		if last != nil {
			sums += last.x * 10
		}
		last = p
	}
	fmt.Println(sums, *last)

	total := 0
	for i := range 3 {
		p, q := new(point), &point{x: 7}
		total += p.x + q.x
		p.x, q.x = 100, 100 // the next ones are zero and seven again
		buffer := make([]int, 2, 4)
		total += sum(buffer)
		buffer = append(buffer, 5, 6)
		buffer[0] = i
		total += sum(buffer)
	}
	fmt.Println(total)
}

// --- Through results, parameters, fields.

func viaResult() *point { return same(&point{3, 4}) }

func list(n int) *node {
	var head *node
	for i := range n {
		head = &node{i, head}
	}
	return head
}

func local() int {
	a := &node{value: 1}
	b := &node{2, a}
	c := node{3, &node{4, b}}
	total := 0
	for n := &c; n != nil; n = n.next {
		total = total*10 + n.value
	}
	return total
}

var global *point

func store(p **point) { *p = &point{9, 9} }

func indirectly() {
	var p *point
	store(&p)
	q := &p
	*q = &point{8, (*q).y}
	global = *q
}

func inConditions(n int) (found int) {
	for p := (&point{n, 0}); p.x > 0 && sides(&point{p.x, 1}) > 0; p.x-- {
		if p.x > 2 || sides(&point{p.x, p.x}) == 4 {
			found++
		}
	}
	var p *point
	for i := 0; i < 3 && set(&p, &point{i, i}); i++ {
		found += p.x
	}
	return found*10 + p.y
}

func set(to **point, p *point) bool { *to = p; return true }

func made(n int) (length int, err any) {
	defer func() { err = recover() }()
	return len(make([]int, n, 8)), nil
}

// --- Evaluated in order, with the values of then.

func order() {
	x := 1
	next := func() int { x++; return x }
	p := &point{next(), next()}
	fmt.Println(*p, sum([]int{next(), next(), x}), sides(&point{y: next(), x: next()}))
	xs := []int{1, 2, 3}
	xs[0], xs = 5, []int{7, 8}
	fmt.Println(xs, len(xs), cap(xs[:1]))
}

// --- Deferred calls and recovery see them.

func deferred() (r int) {
	p := &point{1, 2}
	defer func() {
		recover()
		r = sides(p) * 10
	}()
	q := &point{5, 6}
	defer q.grow(sides(p))
	p.x = q.x
	var none *point
	return none.x
}

// --- Other goroutines.

func shared() int {
	done := make(chan int)
	p, q := &point{1, 2}, &point{3, 4}
	go func() { p.x = 10; done <- p.x }()
	go func(q *point) { done <- q.y }(q)
	r := &point{5, 6}
	go r.send(done)
	return <-done + <-done + <-done
}

func (p *point) send(to chan int) { to <- p.x }

// --- Closures that stay.

func captured() (n int) {
	p := &point{1, 1}
	add := func(k int) { p.x += k }
	add(2)
	add(3)
	fs := []func(){}
	for i := range 2 {
		q := &point{i, i}
		fs = append(fs, func() { q.x += 10; n += q.x })
	}
	for _, f := range fs {
		f()
	}
	return n*100 + p.x
}

// --- goto passes no declaration.

func jumping(n int) int {
	i := 0
again:
	total := sides(&point{i, n}) + sum([]int{i, i})
	if i++; i < n {
		goto again
	}
	return total
}

// --- Interfaces: copies of their own.

func boxes() {
	w := words{"ab", "cde"}
	var s shape = w
	w.a = "changed"
	fmt.Println(area(s), area(words{"x", "yz"}), area(point{2, 3}), isShape(w), isShape(w.a))
	fmt.Println(equal(w, words{"changed", "cde"}), equal("a", w.a[:1]), equal(1+2i, w))
	var keep []any
	for i := range 3 {
		keep = append(keep, point{i, -i})
	}
	fmt.Println(keep...)
	var v any = "text"
	fmt.Println(v == "text", v == "other", any([2]int{1, 2}) == any([2]int{1, 2}))
}

// --- Pointers that never change are references in C++.

func references() {
	array := [4]int{1, 2, 3, 4}
	a := &array
	a[1] = 20
	for i, x := range a {
		a[3-i] += x
	}
	s := a[1:3]
	first := &s[0]
	*first *= 2
	fmt.Println(array, *first, len(a), s)
	i := new(int)
	*i += 5
	j := i
	*j++
	k := &*j
	fmt.Println(*i, i == j, k == i, i != nil, nil == i)
	n := &node{value: 1, next: &node{value: 2}}
	inner := &n.next.value
	*inner, n.next = 3, nil
	fmt.Println(*inner, *n, n.next == nil)
	p := &point{1, 2}
	grow, area := p.grow, p.area
	grow(4)
	fmt.Println(*p, area(), any(p).(shape).area(), any(p) == any(&*p), map[*point]int{p: 7}[p])
	text := &[]string{"a", "b"}
	(*text)[1] = "c"
	for _, t := range *text {
		fmt.Print(t, " ")
	}
	switch q := p; q {
	case nil:
		fmt.Println("nil")
	case p:
		fmt.Println("p")
	}
}

func generic[T any](values ...T) []*T {
	var all []*T
	for _, v := range values {
		p := new(T)
		*p = v
		q := &struct{ t T }{v}
		all = append(all, p, &q.t)
	}
	return all
}

func main() {
	kept()
	fmt.Println(*viaResult(), list(3).next.next.value, local())
	indirectly()
	fmt.Println(*global, inConditions(5))
	fmt.Println(made(3))
	fmt.Println(made(9))
	fmt.Println(made(-1))
	order()
	fmt.Println(deferred(), shared(), captured(), jumping(3))
	boxes()
	references()
	all := generic("a", "b")
	fmt.Println(*all[0], *all[1], *all[2], *generic(point{1, 2})[1])
}

// CHECK: {0 0} {1 1} {2 2}
// CHECK-NEXT: 10 {2 1}
// CHECK-NEXT: 57
// CHECK-NEXT: {3 4} 0 3421
// CHECK-NEXT: {8 9} 72
// CHECK-NEXT: 3 <nil>
// CHECK-NEXT: 0 runtime error: makeslice: cap out of range
// CHECK-NEXT: 0 runtime error: makeslice: len out of range
// CHECK-NEXT: {2 3} 14 13
// CHECK-NEXT: [7 8] 2 2
// CHECK-NEXT: 70 19 2106 9
// CHECK-NEXT: 6 2 6 true false
// CHECK-NEXT: true false false
// CHECK-NEXT: {0 0} {1 -1} {2 -2}
// CHECK-NEXT: true false true
// CHECK-NEXT: [6 86 23 5] 86 4 [86 23]
// CHECK-NEXT: 6 true true true false
// CHECK-NEXT: 3 {1 <nil>} true
// CHECK-NEXT: {5 2} 2 10 true 7
// CHECK-NEXT: a c p
// CHECK-NEXT: a a b {1 2}
