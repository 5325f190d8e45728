// RUN: %minigo run %s 2>&1 | FileCheck --strict-whitespace --match-full-lines %s
// Methods with value and pointer receivers, on every kind of type, nil receivers.
package main

import "fmt"

type num int

func (n num) double() num { return n * 2 }
func (n *num) inc()       { *n++ }

type list []int

func (l list) len() int    { return len(l) }
func (l *list) push(x int) { *l = append(*l, x) }

type fn func() int

func (f fn) call() int { return f() }

type tree struct {
	left, right *tree
	v           int
}

func (t *tree) sum() int {
	if t == nil {
		return 0
	}
	return t.left.sum() + t.v + t.right.sum()
}
func (t *tree) insert(v int) *tree {
	if t == nil {
		return &tree{v: v}
	}
	if v < t.v {
		t.left = t.left.insert(v)
	} else {
		t.right = t.right.insert(v)
	}
	return t
}

type table map[string]int

func (t table) set(k string, v int) table { t[k] = v; return t }

func main() {
	n := num(3)
	n.inc()
	fmt.Println(n, n.double(), num(5).double())
	p := &n
	p.inc()
	fmt.Println(p.double(), *p)
	var l list
	l.push(1)
	l.push(2)
	fmt.Println(l, l.len(), list{1, 2, 3}.len())
	fmt.Println(fn(func() int { return 7 }).call())
	var t *tree
	for _, v := range []int{5, 2, 8, 1} {
		t = t.insert(v)
	}
	fmt.Println(t.sum(), t.left.left.left.sum())
	f := t.right.right.sum
	fmt.Println(f())
	fmt.Println(table{}.set("a", 1).set("b", 2))
	arr := [2]num{1, 2}
	arr[1].inc()
	ps := []*num{&arr[0]}
	ps[0].inc()
	fmt.Println(arr)
	defer func() { fmt.Println(recover()) }()
	var np *num
	g := np.double
	fmt.Println("not reached", g())
}

// CHECK:4 8 10
// CHECK-NEXT:10 5
// CHECK-NEXT:[1 2] 2 3
// CHECK-NEXT:7
// CHECK-NEXT:16 0
// CHECK-NEXT:0
// CHECK-NEXT:map[a:1 b:2]
// CHECK-NEXT:[2 3]
// CHECK-NEXT:runtime error: invalid memory address or nil pointer dereference
