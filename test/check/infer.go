// RUN: %minigo check -verify %s

package p

func apply[A, B any](xs []A, f func(A) B) []B { return nil }
func id[T any](t T) T                        { return t }
func same[T any](a, b T)                     {}
func conv[T, F any](f F) T                   { var t T; return t }

func use() {
	apply([]int{1}, func /* ERROR "in call to apply, type func(s string) int of func(s string) int {…} does not match inferred type func(int) B for func(A) B" */(s string) int { return 0 })
	same(1, "a" /* ERROR "in call to same, mismatched types untyped int and untyped string (cannot infer T)" */)
	same(1, 2.5)
	conv( /* ERROR "in call to conv, cannot infer T (declared at " */1)
	var f func(string) int = id /* ERROR "inferred type func(t string) string for func(t T) T does not match type func(string) int of f" */
	var g func(int) int = id
	_ = apply(nil, id[int])
	id( /* ERROR "in call to id, cannot infer T (declared at " */nil)
	same([]int{}, [ /* ERROR "in call to same, type []string of []string{} does not match inferred type []int for T" */]string{})
	_, _ = f, g
}
