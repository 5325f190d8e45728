// RUN: %minigo check -verify %s

package p

type T struct{ x int }

func use(i int, s string, f float64, p *int, sl []int) {
	_ = int(s /* ERROR "cannot convert s (variable of type string) to type int" */)
	_ = string(f /* ERROR "cannot convert f (variable of type float64) to type string" */)
	_ = []byte(i /* ERROR "cannot convert i (variable of type int) to type []byte" */)
	_ = T(i /* ERROR "cannot convert i (variable of type int) to type T" */)
	_ = (*T)(p /* ERROR "cannot convert p (variable of type *int) to type *T" */)
	_ = bool(i /* ERROR "cannot convert i (variable of type int) to type bool" */)
	_ = int /* ERROR "missing argument in conversion to int" */()
	_ = int(1, 2 /* ERROR "too many arguments in conversion to int" */)
	_ = [2]int(s /* ERROR "cannot convert s (variable of type string) to type [2]int" */)
}
