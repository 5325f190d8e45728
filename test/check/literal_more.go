// RUN: %minigo check -verify %s

package p

import "time"

var (
	_ = map[string]int{1 /* ERROR "missing key in map literal" */}
	_ = int /* ERROR "invalid composite literal type int" */{}
	_ = []int{"a" /* ERROR "cannot use \"a\" (untyped string constant) as int value in array or slice literal" */}
	_ = [...]int{5: 1, "x" /* ERROR "cannot use \"x\" (untyped string constant) as int value in array or slice literal" */}
	_ = time /* ERROR "invalid composite literal type time.Duration" */.Duration{1}
	_ = []int{- /* ERROR "invalid argument: index -1 (constant of type int) must not be negative" */1: 2}
	_ = &map[string]int{2 /* ERROR "cannot use 2 (untyped int constant) as string value in map literal" */: 3}
	_ = map[string]struct{ x int }{"a": {y /* ERROR "unknown field y in struct literal of type struct{x int}" */: 1}}
)

var a [ /* ERROR "invalid use of [...] array (outside a composite literal)" */...]int
