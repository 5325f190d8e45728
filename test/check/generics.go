// RUN: %minigo check -verify %s

package p

type Number interface{ ~int | ~float64 }

func sum[T Number](xs []T) (t T) { return }
func pair[K comparable, V any](k K, v V) {}
func none[T any]()                       {}

type List[T any] struct{ items []T }

func use() {
	sum( /* ERROR "string does not satisfy Number (string missing in ~int | ~float64)" */[]string{"a"})
	none( /* ERROR "in call to none, cannot infer T (declared at " */)
	pair( /* ERROR "[]int does not satisfy comparable" */[]int{}, 1)
	var l /* ERROR "declared and not used: l" */ List /* ERROR "cannot use generic type List[T any] without instantiation" */
	var m /* ERROR "declared and not used: m" */ List /* ERROR "too many type arguments for type List: have 2, want 1" */[int, string]
	_ = sum[string /* ERROR "string does not satisfy Number (string missing in ~int | ~float64)" */]
	sum[int, int /* ERROR "got 2 type arguments but want 1" */](nil)
	pair(1 /* ERROR "not enough arguments in call to pair" */)
	var _ Number /* ERROR "cannot use type Number outside a type constraint: interface contains type constraints" */
	_ = none /* ERROR "cannot use generic function none without instantiation" */
}
