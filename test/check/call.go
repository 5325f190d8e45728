// RUN: %minigo check -verify %s

package p

func f(a int, b string) int { return a }
func v(a int, b ...string)  {}
func two() (int, string)    { return 1, "" }
func none()                 {}

func use() {
	f /* ERROR "not enough arguments in call to f" */()
	f(1 /* ERROR "not enough arguments in call to f" */)
	f(1, "a", 2 /* ERROR "too many arguments in call to f" */)
	f("a" /* ERROR "cannot use \"a\" (untyped string constant) as int value in argument to f" */, 1 /* ERROR "cannot use 1 (untyped int constant) as string value in argument to f" */)
	v /* ERROR "not enough arguments in call to v" */()
	v(1, 2 /* ERROR "cannot use 2 (untyped int constant) as string value in argument to v" */)
	v(1, []string{}...)
	f /* ERROR "cannot use ... in call to non-variadic f" */(1, []string{}...)
	f(two())
	f(two /* ERROR "multiple-value two() (value of type (int, string)) in single-value context" */(), 1 /* ERROR "cannot use 1 (untyped int constant) as string value in argument to f" */)
	x /* ERROR "declared and not used: x" */ := none /* ERROR "none() (no value) used as value" */()
	5 /* ERROR "invalid operation: cannot call 5 (untyped int constant): untyped int is not a function" */()
}
