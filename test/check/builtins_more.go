// RUN: %minigo check -verify %s

package p

func use(i int, s []int, m map[string]int, f float64, str string) {
	_ = make([]int, - /* ERROR "invalid argument: index -1 (constant of type int) must not be negative" */1)
	_ = make([]int, 2 /* ERROR "invalid argument: length and capacity swapped" */, 1)
	_ = make([]int, "a" /* ERROR "cannot convert \"a\" (untyped string constant) to type int" */)
	_ = new /* ERROR "invalid operation: not enough arguments for new() (expected 1, found 0)" */()
	_ = len /* ERROR "invalid operation: not enough arguments for len() (expected 1, found 0)" */()
	_ = len /* ERROR "invalid operation: too many arguments for len(s, s) (expected 1, found 2)" */(s, s)
	_ = min(i, str /* ERROR "invalid argument: mismatched types int (previous argument) and string (type of str)" */)
	_ = max(s /* ERROR "invalid argument: s (variable of type []int) cannot be ordered" */)
	clear(i /* ERROR "invalid argument: cannot clear i (variable of type int): argument must be (or constrained by) map or slice" */)
}
