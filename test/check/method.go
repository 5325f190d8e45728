// RUN: %minigo check -verify %s

package p

import "time"

type T int
type P *T
type I interface{}

func (t T) a()             {}
func (t *T) b()            {}
func (P /* ERROR "invalid receiver type P (pointer or interface type)" */) c()               {}
func (I /* ERROR "invalid receiver type I (pointer or interface type)" */) d()               {}
func (int /* ERROR "cannot define new methods on non-local type int" */) e()             {}
func (time /* ERROR "cannot define new methods on non-local type time.Duration" */.Duration) f()       {}
func (undefined /* ERROR "undefined: undefined" */) g()       {}
func (t [ /* ERROR "invalid receiver type []T" */]T) h()           {}
func (t ** /* ERROR "invalid receiver type **T" */T) i()           {}
func (t struct /* ERROR "invalid receiver type struct{x int}" */{ x int }) j() {}

func use() {
	T(1).b /* ERROR "cannot call pointer method b on T" */()
	T.b /* ERROR "invalid method expression T.b (needs pointer receiver (*T).b)" */(1)
	T(1).missing /* ERROR "T(1).missing undefined (type T has no field or method missing)" */()
}
