// RUN: %minigo check -verify %s

package p

type I interface{ M() }
type T struct{}

func use(i I, n int, e error) {
	_ = n /* ERROR "invalid operation: n (variable of type int) is not an interface" */.(int)
	_ = i /* ERROR "impossible type assertion: i.(T)" */.(T)
	_ = i.(undefined /* ERROR "undefined: undefined" */)
	switch n /* ERROR "n (variable of type int) is not an interface" */.(type) {
	}
	switch x /* ERROR "x declared and not used" */ := i.(type) {
	case T /* ERROR "impossible type switch case: T" */:
	case int /* ERROR "impossible type switch case: int" */, int /* ERROR "duplicate case int in type switch" */:
	}
	switch i.(type) {
	case nil, nil /* ERROR "duplicate case nil in type switch" */:
	case error, error /* ERROR "duplicate case error in type switch" */:
	}
	var t /* ERROR "declared and not used: t" */ T = i /* ERROR "cannot use i (variable of interface type I) as T value in variable declaration" */
}
