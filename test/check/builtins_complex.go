// RUN: %minigo check -verify %s

package p

func use(i int, s []int, f float64, g float32) {
	_ = complex(f /* ERROR "invalid operation: complex(f, g) (mismatched types float64 and float32)" */, g)
	_ = complex(i /* ERROR "invalid argument: arguments have type int, expected floating-point" */, i)
	_ = real(f /* ERROR "invalid argument: argument has type float64, expected complex type" */)
	_ = imag("a" /* ERROR "invalid argument: argument has type untyped string, expected complex type" */)
	_ = len /* ERROR "len (built-in) must be called" */
	panic /* ERROR "invalid operation: not enough arguments for panic() (expected 1, found 0)" */()
	print(nil /* ERROR "use of untyped nil in argument to built-in print" */)
	recover /* ERROR "invalid operation: too many arguments for recover(1) (expected 0, found 1)" */(1)
	len /* ERROR "len(s) (value of type int) is not used" */(s)
}
