// RUN: %minigo run %s | FileCheck %s --match-full-lines
// Slicing, what interfaces hold, logical operators and bytes of strings keep their turn among calls, as with gc; so do the bounds of a slice expression.
package main

import "fmt"

type lexer struct {
	source string
	offset int
	any    any
	ok     bool
	m      map[string]int
	b      []byte
	f      func() int
}

func (l *lexer) scan() int { l.offset += 2; return l.offset }
func (l *lexer) swap() int {
	l.any = "swapped"
	l.ok = !l.ok
	l.m["k"]++
	l.source = "SWAPPED SOURCE"
	l.b = []byte("new bytes")
	return l.offset
}

//go:noinline
func show(args ...any) { fmt.Println(args...) }

//go:noinline
func two(a string, n int) { fmt.Println(a, n) }

//go:noinline
func three(a any, b bool, n int) { fmt.Println(a, b, n) }
func fresh() *lexer {
	return &lexer{source: "the source text", offset: 3, any: "first", ok: true, m: map[string]int{"k": 1}, b: []byte("old bytes")}
}

func main() {
	l := fresh()
	fmt.Println(l.source[l.offset-1 : l.scan()])
	l = fresh()
	tok := l.source[l.offset:l.scan()]
	fmt.Println(tok)
	l = fresh()
	two(l.source[l.offset:], l.swap())
	l = fresh()
	show(l.source[1:3], l.swap(), l.source[1:3])
	l = fresh()
	two(l.any.(string), l.swap())
	l = fresh()
	three(l.any, l.ok && l.offset > 2, l.swap())
	l = fresh()
	three(l.any, l.ok, l.swap())
	l = fresh()
	three(l.m["k"], !l.ok, l.swap())
	l = fresh()
	two(string(l.b), l.swap())
	l = fresh()
	two(l.source+"!", l.swap())
	l = fresh()
	three([]byte(l.source), len(l.source) > 3, l.swap())
	l = fresh()
	x := []any{l.source[2:5], l.any.(string), l.ok || false, l.swap(), l.source[2:5], l.any.(string), l.ok || false}
	fmt.Println(x...)
	i := 1
	next := func() int { i++; return i }
	fmt.Println(l.source[i:next()], l.source[i+1:next()+3], l.b[i:next()+1:next()+3])
	a := [5]int{1, 2, 3, 4, 5}
	p := &a
	fmt.Println(p[i-4:next()-2], a[:2][next()-6])
	func() {
		defer func() { fmt.Println(recover(), i) }()
		fmt.Println(l.source[100+i : next()])
	}()
	func() {
		defer func() { fmt.Println(recover(), i) }()
		two(l.source[100:], next())
	}()
	func() {
		defer func() { fmt.Println(recover(), i) }()
		three(l.any.(error), true, next())
	}()
}

// CHECK: e s
// CHECK-NEXT:  s
// CHECK-NEXT:  source text 3
// CHECK-NEXT: he 3 WA
// CHECK-NEXT: first 3
// CHECK-NEXT: swapped true 3
// CHECK-NEXT: swapped false 3
// CHECK-NEXT: 2 true 3
// CHECK-NEXT: new bytes 3
// CHECK-NEXT: SWAPPED SOURCE! 3
// CHECK-NEXT: [116 104 101 32 115 111 117 114 99 101 32 116 101 120 116] true 3
// CHECK-NEXT: e s first true 3 APP swapped false
// CHECK-NEXT:  PPE []
// CHECK-NEXT: [2 3 4] 2
// CHECK-NEXT: runtime error: slice bounds out of range [107:8] 8
// CHECK-NEXT: runtime error: slice bounds out of range [100:14] 8
// CHECK-NEXT: interface conversion: string is not error: missing method Error 8
