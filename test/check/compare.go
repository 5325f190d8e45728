// RUN: %minigo check -verify %s

package p

type S struct{ f []int }
type I interface{ m() }
type T int

func use(i int, s string, b bool, p *int, sl []int, m map[int]int, st S, fn func(), in I, t T) {
	_ = i == s /* ERROR "invalid operation: i == s (mismatched types int and string)" */
	_ = sl /* ERROR "invalid operation: sl == sl (slice can only be compared to nil)" */ == sl
	_ = m /* ERROR "invalid operation: m == m (map can only be compared to nil)" */ == m
	_ = fn /* ERROR "invalid operation: fn == fn (func can only be compared to nil)" */ == fn
	_ = st /* ERROR "invalid operation: st == st (struct containing []int cannot be compared)" */ == st
	_ = b /* ERROR "invalid operation: b < b (operator < not defined on bool)" */ < b
	_ = i == nil /* ERROR "invalid operation: i == nil (mismatched types int and untyped nil)" */
	_ = in == t /* ERROR "invalid operation: in == t (mismatched types I and T)" */
	_ = p == 1 /* ERROR "invalid operation: p == 1 (mismatched types *int and untyped int)" */
}
