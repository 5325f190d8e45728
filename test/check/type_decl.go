// RUN: %minigo check -verify %s

package p

type A B
type B A
type S struct{ s S }
type T [2]T
type F func(F) F
type P *P
type U struct{ v V }
type V struct{ u U }
type M map[[]int]string
type E struct {
	*int
	** /* ERROR "syntax error: unexpected *, expected name" */E
}
type I interface{ I }
type L []L
type Arr [n]int

var n = 3
