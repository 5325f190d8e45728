// RUN: %minigo check -verify %s

package p

import "unsafe"

type I interface{ m() }
type P *int
type G[T any] struct {
	T /* ERROR "embedded field type cannot be a (pointer to a) type parameter" */
	* /* ERROR "embedded field type cannot be a (pointer to a) type parameter" */T /* ERROR "T redeclared" */
}
type A struct {
	* /* ERROR "embedded field type cannot be a pointer to an interface" */I
	P /* ERROR "embedded field type cannot be a pointer" */
	unsafe /* ERROR "embedded field type cannot be unsafe.Pointer" */.Pointer
	int
	int /* ERROR "int redeclared" */
}
type N struct{ x int }

func (N) x /* ERROR "field and method with the same name x" */() {}

type U interface {
	~ /* ERROR "invalid use of ~ (underlying type of N is struct{x int})" */N
	int | interface /* ERROR "cannot use interface{m()} in union (interface{m()} contains methods)" */{ m() }
	comparable /* ERROR "cannot use comparable in union" */ | int
}
