// RUN: %minigo check -verify %s

package p

type T struct {
	a int
	b string
}

var (
	_ = T{1} /* ERROR "too few values in struct literal of type T" */
	_ = T{1, "a", 2 /* ERROR "too many values in struct literal of type T" */}
	_ = T{a: 1, "b" /* ERROR "mixture of field:value and value elements in struct literal" */}
	_ = T{c /* ERROR "unknown field c in struct literal of type T" */: 1}
	_ = T{a: 1, a /* ERROR "duplicate field name a in struct literal" */: 2}
	_ = T{a: "x" /* ERROR "cannot use \"x\" (untyped string constant) as int value in struct literal" */}
	_ = []int{0: 1, 0 /* ERROR "duplicate index 0 in array or slice literal" */: 2}
	_ = [2]int{1, 2, 3 /* ERROR "index 2 is out of bounds (>= 2)" */}
	_ = map[string]int{"a": 1, "a" /* ERROR "duplicate key \"a\" in map literal" */: 2}
)
