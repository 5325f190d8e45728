// RUN: %minigo check -verify %s

package p

type T struct{ x int }

func two() (int, int) { return 1, 2 }

func use(m map[string]T, c <-chan int, f func()) {
	var i int
	var s /* ERROR "declared and not used: s" */ string
	i = "a" /* ERROR "cannot use \"a\" (untyped string constant) as int value in assignment" */
	s = i /* ERROR "cannot use i (variable of type int) as string value in assignment" */
	i, s = 1 /* ERROR "assignment mismatch: 2 variables but 1 value" */
	i, s = two /* ERROR "cannot use two() (value of type int) as string value in assignment" */()
	i, i, i = two /* ERROR "assignment mismatch: 3 variables but two returns 2 values" */()
	1 /* ERROR "cannot assign to 1 (neither addressable nor a map index expression)" */ = i
	m /* ERROR "cannot assign to struct field m[\"a\"].x in map" */["a"].x = 2
	use /* ERROR "cannot assign to use (neither addressable nor a map index expression)" */ = nil
	i := /* ERROR "no new variables on left side of :=" */ 3
}
