// RUN: %minigo check -verify %s

package p

func use(i int, s string, f func(), sl []int) {
	switch i {
	case 1, 2:
	case 1 /* ERROR "duplicate case 1 (constant of type int) in expression switch" */:
	case "a" /* ERROR "cannot convert \"a\" (untyped string constant) to type int" */:
	case s /* ERROR "invalid case s in switch on i (mismatched types string and int)" */:
	}
	switch s {
	default:
	default /* ERROR "multiple defaults (first at " */:
	}
	switch {
	case i /* ERROR "invalid case i in switch on true (mismatched types int and bool)" */:
	}
	switch f {
	case f /* ERROR "invalid case f in switch on f (func can only be compared to nil)" */:
	}
	switch sl {
	}
	switch i /* ERROR "declared and not used: i" */ := 1; x /* ERROR "undefined: x" */ {
	}
}
