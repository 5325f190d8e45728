// RUN: %minigo check -verify %s

package p

import "errors"

func f() {
	x /* ERROR "undefined: x" */ = 1
	var a T /* ERROR "undefined: T" */
	y /* ERROR "declared and not used: y" */ := undefinedFunc /* ERROR "undefined: undefinedFunc" */(2)
	_ = errors.NoSuch /* ERROR "undefined: errors.NoSuch" */
	_ = errors.new /* ERROR "undefined: errors.new (but have New)" */
	a.b.c()
	_ = _ /* ERROR "cannot use _ as value or type" */
	var z /* ERROR "declared and not used: z" */ fmt /* ERROR "undefined: fmt" */.Stringer
}
