// RUN: %minigo check -verify %s

package p

type S[T any] struct{ f T }

func (s S[T]) m() T { return s.f }
func (s S /* ERROR "receiver declares 2 type parameters, but receiver base type declares 1" */[int, string]) n() {}
func (s S /* ERROR "cannot use generic type S[T any] without instantiation" */) o()              {}

func f[T any, U comparable](t T, u U) {
	_ = t /* ERROR "invalid operation: t == t (incomparable types in type set)" */ == t
	_ = t /* ERROR "invalid operation: operator + not defined on t (variable of type T constrained by any)" */ + t
	_ = t.foo /* ERROR "t.foo undefined (type T has no field or method foo)" */
	t /* ERROR "invalid operation: cannot call t (variable of type T constrained by any): no specific type" */()
	_ = t /* ERROR "invalid operation: cannot use type assertion on type parameter value t (variable of type T constrained by any)" */.(int)
	switch t /* ERROR "cannot use type switch on type parameter value t (variable of type T constrained by any)" */.(type) {
	}
	var x T = 1 /* ERROR "cannot use 1 (untyped int constant) as T value in variable declaration" */
	_ = x
}

type C[T int | string] interface{ T /* ERROR "term cannot be a type parameter" */ }
type D[T any] T /* ERROR "cannot use a type parameter as RHS in type declaration" */
