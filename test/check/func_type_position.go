// RUN: %minigo check -verify %s

// A function type begins behind its keyword.
package p

func g[T comparable]() {}

func f() {
	_ = func( /* ERROR "func() nil (type) is not an expression" */)(nil /* ERROR "nil (untyped nil) is not a type" */)
	g[func( /* ERROR "func() does not satisfy comparable" */)]()
}
