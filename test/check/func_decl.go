// RUN: %minigo check -verify %s

package p

func init /* ERROR "func init must have no arguments and no return values" */() int { return 1 }

var init /* ERROR "cannot declare init - must be func" */ = 1

func noReturn() int {
} /* ERROR "missing return" */

func maybe(b bool) int {
	if b {
		return 1
	}
} /* ERROR "missing return" */

func loop() int {
	for {
		break
	}
} /* ERROR "missing return" */

func ok(b bool) int {
	if b {
		return 1
	} else {
		panic("x")
	}
}

func tooMany() { return 1 /* ERROR "too many return values" */ }

func notEnough() (int, string) { return 1 /* ERROR "not enough return values" */ }

func wrong() (int, string) { return "a" /* ERROR "cannot use \"a\" (untyped string constant) as int value in return statement" */, 1 /* ERROR "cannot use 1 (untyped int constant) as string value in return statement" */ }

func naked() (r int) {
	{
		r := 2
		_ = r
		return /* ERROR "result parameter r not in scope at return" */
	}
}
