// RUN: %minigo run %s 2>&1 | FileCheck --strict-whitespace --match-full-lines %s
// RUN: env MINIGO_GC_EVERY=3 MINIGO_SLOTS=2 %minigo run %s 2>&1 | FileCheck --strict-whitespace --match-full-lines %s
// RUN: %minigo emit %s | FileCheck --check-prefix=CXX %s
// Addresses that stay in their function, and those that do not.
package main

import (
	"fmt"
	"sync"
)

type node struct {
	value int
	next  *node
	data  [4]int
}

var kept *int
var keptSlice []int

func (n *node) add(k int) int { n.value += k; return n.value }
func (n *node) self() *node   { return n }
func (n *node) keep()         { kept = &n.value }
func (n *node) sum() (total int) {
	for p := n; p != nil; p = p.next {
		total += p.value
	}
	return
}

func increment(p *int)  { *p++ }
func indirect(p *int)   { q := p; increment(q) }
func store(p *int)      { kept = p }
func storeLater(p *int) { q := p; func() { kept = q }() }
func fill(s []int) {
	for i := range s {
		s[i] = i * i
	}
}
func tail(s []int) []int { return s[1:] }
func keepSlice(s []int)  { keptSlice = s }
func recursive(p *int, n int) {
	if n > 0 {
		recursive(p, n-1)
	}
	*p += n
}
func generic[T any](p *T, x T)   { *p = x }
func variadic(ps ...*int)        { kept = ps[0] }
func asAny(x any)                { kept = x.(*int) }
func send(c chan *int, p *int)   { c <- p }
func pair(p, q *int) (int, *int) { return *p, q }

// CXX-LABEL: Int stays() {
// CXX-NOT: onHeap
// CXX: return

func stays() int {
	x, y := 1, 2
	increment(&x)
	indirect(&x)
	p := &y
	*p += x
	generic(&x, 40)
	var n node
	n.add(5)
	q := &n.value
	*q *= 2
	a := [5]int{}
	fill(a[:])
	s := a[1:4]
	s[0] = 100
	for i := range 3 {
		r := &i
		*r += 10
		x += *r
	}
	return x + y + n.sum() + a[1] + len(s)
}

// CXX-LABEL: goes() {
// CXX-COUNT-10: onHeap
// CXX-LABEL: Int parked() {

func goes() []*int {
	a, b, c, d, e, f, g := 1, 2, 3, 4, 5, 6, 7
	var out []*int
	take := func() { out = append(out, kept) }
	store(&a)
	take()
	storeLater(&b)
	take()
	variadic(&c)
	take()
	asAny(&d)
	take()
	ch := make(chan *int, 1)
	send(ch, &e)
	out = append(out, <-ch)
	_, p := pair(&f, &f)
	out = append(out, p)
	recursive(&g, 3)
	var n node
	n.self().value = 9
	n.keep()
	take()
	arr := [3]int{7, 8, 9}
	keepSlice(arr[:])
	brr := [3]int{1, 2, 3}
	t := tail(brr[:])
	return append(out, &keptSlice[0], &t[0], &g)
}

func parked() int {
	total, done := 0, 0
	p := &total
	var buffer [100]int
	var wg sync.WaitGroup
	start, give, finish := make(chan int), make(chan int), make(chan int)
	for i := range 20 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			var local [50]int
			fill(local[:])
			q := &local[i]
			start <- 1
			*q += <-give
			done := 0
			increment(&done)
			finish <- *q - i*i + done
		}()
	}
	for range 20 {
		*p += <-start
	}
	go func() {
		for range 20 {
			give <- 1
		}
	}()
	for range 20 {
		increment(&done)
		*p += <-finish
	}
	wg.Wait()
	fill(buffer[:])
	return total + done + buffer[9]
}

func clobber(n int) int {
	var a [64]int
	fill(a[:])
	if n > 0 {
		return clobber(n-1) + a[n%64]
	}
	return 0
}

func main() {
	fmt.Println(stays())
	out := goes()
	clobber(50)
	for _, p := range out {
		fmt.Print(*p, " ")
	}
	fmt.Println()
	fmt.Println(parked())
}

// CHECK:191
// CHECK-NEXT:1 2 3 4 5 6 9 7 2 13 
// CHECK-NEXT:161
