// RUN: %minigo run %s 2>&1 | FileCheck --strict-whitespace --match-full-lines %s
// Structs are values; comparison is field by field.
package main

import "fmt"

type point struct{ x, y int }
type line struct {
	from, to point
	name     string
}

func move(p point) point       { p.x++; return p }
func (p point) shifted() point { p.x += 10; return p }
func (p *point) shift()        { p.x += 10 }

func main() {
	a := point{1, 2}
	b := a
	b.x = 5
	fmt.Println(a, b, a == b, a == point{1, 2}, move(a), a)
	l := line{from: a, name: "l"}
	m := l
	m.to.y = 7
	fmt.Println(l, m, l == m, l.from == m.from)
	fmt.Println(a.shifted(), a)
	a.shift()
	fmt.Println(a)
	(&b).shift()
	s := []point{{1, 1}, {2, 2}}
	s[0].shift()
	for _, p := range s {
		p.shift()
	}
	fmt.Println(s, b)
	anon := struct {
		a int
		b string
	}{1, "x"}
	other := anon
	other.a = 2
	fmt.Println(anon, other, anon == other)
	p := &l
	p.to = point{8, 9}
	q := *p
	q.name = "q"
	fmt.Println(l, q)
	var e struct{}
	fmt.Println(e == struct{}{})
}

// CHECK:{1 2} {5 2} false true {2 2} {1 2}
// CHECK-NEXT{LITERAL}:{{1 2} {0 0} l} {{1 2} {0 7} l} false true
// CHECK-NEXT:{11 2} {1 2}
// CHECK-NEXT:{11 2}
// CHECK-NEXT:[{11 1} {2 2}] {15 2}
// CHECK-NEXT:{1 x} {2 x} false
// CHECK-NEXT{LITERAL}:{{1 2} {8 9} l} {{1 2} {8 9} q}
// CHECK-NEXT:true
