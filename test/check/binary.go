// RUN: %minigo check -verify %s

package p

type S struct{ f []int }

func use(i int, s string, b bool, f float64, p *int, sl []int, m map[int]int, st S, e error, fn func()) {
	_ = i /* ERROR "invalid operation: i + s (mismatched types int and string)" */ + s
	_ = i /* ERROR "invalid operation: i + f (mismatched types int and float64)" */ + f
	_ = s /* ERROR "invalid operation: operator - not defined on s (variable of type string)" */ - s
	_ = b /* ERROR "invalid operation: operator + not defined on b (variable of type bool)" */ + b
	_ = !i /* ERROR "invalid operation: operator ! not defined on i (variable of type int)" */
	_ = -s /* ERROR "invalid operation: operator - not defined on s (variable of type string)" */
	_ = i /* ERROR "invalid operation: i && b (mismatched types int and bool)" */ && b
	_ = f /* ERROR "invalid operation: operator % not defined on f (variable of type float64)" */ % f
	_ = i / 0 /* ERROR "invalid operation: division by zero" */
}
