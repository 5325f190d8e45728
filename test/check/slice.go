// RUN: %minigo check -verify %s

package p

func arr() [3]int { return [3]int{} }

func use(i int, s string, a [3]int, sl []int, m map[string]int) {
	_ = i /* ERROR "cannot slice i (variable of type int)" */[1:2]
	_ = m /* ERROR "cannot slice m (variable of type map[string]int)" */[:]
	_ = s[1:2:3 /* ERROR "invalid operation: 3-index slice of string" */]
	_ = sl[2:1 /* ERROR "invalid slice indices: 1 < 2" */]
	_ = a[1:5 /* ERROR "invalid argument: index 5 out of bounds [0:4]" */]
	_ = arr /* ERROR "cannot slice unaddressable value arr() (value of type [3]int)" */()[:]
	_ = sl["a" /* ERROR "cannot convert \"a\" (untyped string constant) to type int" */:]
	_ = "abc"[3:1 /* ERROR "invalid slice indices: 1 < 3" */]
}
