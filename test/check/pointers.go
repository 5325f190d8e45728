// RUN: %minigo check -verify %s

package p

func f() int { return 1 }

const c = 1

func use(i int, m map[int]int, s string) {
	_ = &f /* ERROR "invalid operation: cannot take address of f() (value of type int)" */()
	_ = &c /* ERROR "invalid operation: cannot take address of c (untyped int constant 1)" */
	_ = &m /* ERROR "invalid operation: cannot take address of m[1] (map index expression of type int)" */[1]
	_ = &1 /* ERROR "invalid operation: cannot take address of 1 (untyped int constant)" */
	_ = *i /* ERROR "invalid operation: cannot indirect i (variable of type int)" */
	_ = *s /* ERROR "invalid operation: cannot indirect s (variable of type string)" */
	_ = &s /* ERROR "invalid operation: cannot take address of s[0] (value of type byte)" */[0]
	_ = *nil /* ERROR "invalid operation: cannot indirect nil" */
	var p /* ERROR "declared and not used: p" */ *int = & /* ERROR "cannot use &s (value of type *string) as *int value in variable declaration" */s
}
