// RUN: %minigo check -verify %s

package p

var a int
var a /* ERROR "a redeclared in this block" */ string

func g() {}

type g /* ERROR "g redeclared in this block" */ struct{}

func f(x int, x /* ERROR "x redeclared in this block" */ string) {
	y /* ERROR "declared and not used: y" */ := 1
	y := /* ERROR "no new variables on left side of :=" */ 2
	var y /* ERROR "y redeclared in this block" */ int
	z, z /* ERROR "z repeated on left side of :=" */ := 1, 2
	_ = z
	const c = 1
	const c /* ERROR "c redeclared in this block" */ = 2
}

type S struct {
	f int
	f /* ERROR "f redeclared" */ string
}

func (S) m() {}
func (S) m /* ERROR "method S.m already declared at " */() {}

type I interface {
	m()
	m /* ERROR "duplicate method m" */()
}
