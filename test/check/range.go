// RUN: %minigo check -verify %s

package p

func use(i int, f float64, c chan<- int, r <-chan int, m map[string]int, fn func(func(int) bool), bad func(int)) {
	for range f /* ERROR "cannot range over f (variable of type float64)" */ {
	}
	for range c /* ERROR "cannot range over c (variable of type chan<- int): receive from send-only channel chan<- int" */ {
	}
	for a /* ERROR "declared and not used: a" */, b /* ERROR "range over r (variable of type <-chan int) permits only one iteration variable" */ := range r {
	}
	for a /* ERROR "declared and not used: a" */, b /* ERROR "range over i (variable of type int) permits only one iteration variable" */ := range i {
	}
	for a /* ERROR "declared and not used: a" */, b /* ERROR "range over fn (variable of type func(func(int) bool)) permits only one iteration variable" */ := range fn {
	}
	for range bad /* ERROR "cannot range over bad (variable of type func(int)): func must be func(yield func(...) bool): argument is not func" */ {
	}
	var s /* ERROR "declared and not used: s" */ string
	for s = range m {
	}
	for i /* ERROR "cannot use i (value of type string) as int value in assignment" */ = range m {
	}
	for a /* ERROR "declared and not used: a" */, b /* ERROR "declared and not used: b" */ := range m {
	}
}
