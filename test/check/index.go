// RUN: %minigo check -verify %s

package p

func use(i int, s string, a [3]int, sl []int, m map[string]int, p *[2]int, f float64) {
	_ = i[ /* ERROR "cannot index i (variable of type int)" */0]
	_ = a[3 /* ERROR "invalid argument: index 3 out of bounds [0:3]" */]
	_ = a[- /* ERROR "invalid argument: index -1 (constant of type int) must not be negative" */1]
	_ = sl["x" /* ERROR "cannot convert \"x\" (untyped string constant) to type int" */]
	_ = m[1 /* ERROR "cannot use 1 (untyped int constant) as string value in map index" */]
	_ = sl[1.5 /* ERROR "1.5 (untyped float constant) truncated to int" */]
	_ = p[2 /* ERROR "invalid argument: index 2 out of bounds [0:2]" */]
	_ = "abc"[5 /* ERROR "invalid argument: index 5 out of bounds [0:3]" */]
	_ = sl[f /* ERROR "invalid argument: index f (variable of type float64) must be integer" */]
}
