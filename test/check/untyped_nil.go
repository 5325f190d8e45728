// RUN: %minigo check -verify %s

package p

func use(f func()) {
	x /* ERROR "declared and not used: x" */ := nil /* ERROR "use of untyped nil in assignment" */
	var y /* ERROR "declared and not used: y" */ = nil /* ERROR "use of untyped nil in variable declaration" */
	_ = nil /* ERROR "use of untyped nil in assignment to _ identifier" */
	_ = nil == nil /* ERROR "invalid operation: nil == nil (operator == not defined on untyped nil)" */
	var i /* ERROR "declared and not used: i" */ int = nil /* ERROR "cannot use nil as int value in variable declaration" */
	var s /* ERROR "declared and not used: s" */ string = nil /* ERROR "cannot use nil as string value in variable declaration" */
	use(1 /* ERROR "cannot use 1 (untyped int constant) as func() value in argument to use" */)
	println(nil /* ERROR "use of untyped nil in argument to built-in println" */)
	switch nil /* ERROR "use of untyped nil in switch expression" */ {
	}
}
