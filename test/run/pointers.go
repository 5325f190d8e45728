// RUN: %minigo run %s 2>&1 | FileCheck --strict-whitespace --match-full-lines %s
// Pointers to variables, fields, elements; new; aliasing; nil.
package main

import "fmt"

type node struct {
	v    int
	arr  [3]int
	next *node
}

func set(p *int)         { *p = 42 }
func local() *int        { x := 7; return &x }
func addr(n *node) *int  { return &n.arr[1] }
func pp(p **int, q *int) { *p = q }

func main() {
	x := 1
	p := &x
	*p = 2
	set(&x)
	fmt.Println(x, *p, p == &x, *local())
	n := node{v: 1}
	q := &n.v
	*q += 5
	*addr(&n) = 9
	r := &n.arr
	r[2] = 8
	for i := range r {
		r[i]++
	}
	fmt.Println(n.v, n.arr, len(r))
	n.next = &n
	n.next.next.v = 77
	fmt.Println(n.v)
	s := []int{1, 2, 3}
	e := &s[1]
	s = append(s, 4)
	*e = 20
	fmt.Println(s, *e)
	i := new(int)
	*i++
	j := new(node)
	j.arr[0] = 3
	fmt.Println(*i, j.arr, j.next == nil)
	pp(&p, i)
	*p = 100
	fmt.Println(*i, x)
	m := &[]int{1, 2}
	(*m)[0] = 5
	*m = append(*m, 3)
	fmt.Println(*m, len(*m))
	f := &struct{ a int }{1}
	f.a++
	fmt.Println(f.a, *f)
	y := &x
	z := &y
	**z = 5
	fmt.Println(x, *new(int), *new(x + 2))
	a, b := &node{}, &node{}
	fmt.Println(a == b, a.v == b.v, &a.v == &a.v)
	defer func() { fmt.Println(recover()) }()
	var np *node
	fmt.Println(np.next)
}

// CHECK:42 42 true 7
// CHECK-NEXT:6 [1 10 9] 3
// CHECK-NEXT:77
// CHECK-NEXT:[1 2 3 4] 20
// CHECK-NEXT:1 [3 0 0] true
// CHECK-NEXT:100 42
// CHECK-NEXT:[5 2 3] 3
// CHECK-NEXT:2 {2}
// CHECK-NEXT:5 0 7
// CHECK-NEXT:false true true
// CHECK-NEXT:runtime error: invalid memory address or nil pointer dereference
