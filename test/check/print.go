// RUN: %minigo check -verify %s

package p

type s struct{ a int }

func two() (int, s) { return 1, s{} }

func main() {
	println( /* ERROR "illegal types for operand: print" */ s{}, 1, nil == any(s{}))
	print( /* ERROR "illegal types for operand: print" */ [2]s{})
	println( /* ERROR "illegal types for operand: print" */ two())
	println([]s{}, map[s]s{}, &s{}, main, any(s{}), 1i)
}
