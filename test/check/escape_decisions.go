// What escape analysis decides, in gc's words.
// RUN: %minigo check -m %s 2>&1 | FileCheck %s --implicit-check-not='.go:'
package main

import "sort"

type list struct {
	next *list
	v    int
}

// CHECK: escape_decisions.go:[[#@LINE+1]]:11: p does not escape
func look(p *int) int { return *p }

// CHECK: :[[#@LINE+1]]:11: leaking param: p{{$}}
func keep(p *int) { kept = p }

// CHECK: :[[#@LINE+1]]:11: leaking param: p to result ~r0 level=0
func same(p *int) *int { return p }

// CHECK: :[[#@LINE+1]]:11: leaking param: l to result r level=1
func rest(l *list) (r *list) { r = l.next; return }

// CHECK: :[[#@LINE+1]]:14: leaking param content: l
func content(l *list) { keepList = l.next }

// CHECK: :[[#@LINE+1]]:11: p does not escape
func even(p *int, n int) bool { return n == 0 || odd(p, n-1) }

// CHECK: :[[#@LINE+1]]:10: p does not escape
func odd(p *int, n int) bool { return n != 0 && even(p, n-1) }

// CHECK: :[[#@LINE+1]]:11: xs does not escape
func last(xs ...int) int { return xs[len(xs)-1] }

// CHECK: :[[#@LINE+1]]:11: f does not escape
func call(f func() int) int { return f() }

var kept *int
var keepList *list

func main() {
	a, b := 1, 2 // CHECK: :[[#@LINE]]:5: moved to heap: b
	look(&a)
	keep(&b)
	even(&a, a)
	last(a, b)                             // CHECK: :[[#@LINE]]:6: ... argument does not escape
	call(func() int { a++; return a })     // CHECK: :[[#@LINE]]:7: func literal does not escape
	f := func() int { return a + b }       // CHECK: :[[#@LINE]]:7: func literal does not escape
	go func() { b++ }()                    // CHECK: :[[#@LINE]]:5: func literal escapes to heap
	defer func() { b-- }()                 // CHECK: :[[#@LINE]]:8: func literal does not escape
	l := &list{v: f()}                     // CHECK: :[[#@LINE]]:7: &list{...} does not escape
	content(rest(l))
	xs := make([]int, 3)                   // CHECK: :[[#@LINE]]:12: make([]int, 3) escapes to heap
	sort.Sort(sort.IntSlice(xs))           // CHECK: :[[#@LINE]]:25: sort.IntSlice(xs) escapes to heap
	_ = same(&a)
}
