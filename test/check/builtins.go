// RUN: %minigo check -verify %s

package p

func use(i int, s []int, m map[string]int, c chan int, f float64) {
	_ = len(i /* ERROR "invalid argument: i (variable of type int) for built-in len" */)
	_ = cap(m /* ERROR "invalid argument: m (variable of type map[string]int) for built-in cap" */)
	_ = append(i /* ERROR "invalid append: argument must be a slice; have i (variable of type int)" */, 1)
	_ = append(s, "a" /* ERROR "cannot use \"a\" (untyped string constant) as int value in argument to append" */)
	copy(s /* ERROR "invalid copy: arguments s (variable of type []int) and \"abc\" (untyped string constant) have different element types int and byte" */, "abc")
	delete(s /* ERROR "invalid argument: s (variable of type []int) is not a map" */, 1)
	delete(m, 1 /* ERROR "cannot use 1 (untyped int constant) as string value in argument to delete" */)
	_ = make(int /* ERROR "invalid argument: cannot make int: type must be slice, map, or channel" */)
	_ = make /* ERROR "invalid operation: make([]int) expects 2 or 3 arguments; found 1" */([]int)
}
