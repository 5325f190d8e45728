// RUN: %minigo check -verify %s

package p

func use(i int, s string, f func()) {
	if i /* ERROR "non-boolean condition in if statement" */ {
	}
	if s == 1 /* ERROR "invalid operation: s == 1 (mismatched types string and untyped int)" */ {
	}
	for i /* ERROR "non-boolean condition in for statement" */ {
	}
	for i := 0; i < "a" /* ERROR "invalid operation: i < \"a\" (mismatched types int and untyped string)" */; i++ {
	}
	if f /* ERROR "f() (no value) used as value" */() {
	}
	for x := 0; x /* ERROR "non-boolean condition in for statement" */; {
	}
	i /* ERROR "i + 1 (value of type int) is not used" */ + 1
	f /* ERROR "f (variable of type func()) is not used" */
	- /* ERROR "-i (value of type int) is not used" */i
}
