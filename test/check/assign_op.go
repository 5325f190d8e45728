// RUN: %minigo check -verify %s

package p

func use() {
	var i int
	var s string
	var b bool
	i /* ERROR "invalid operation: i += \"a\" (mismatched types int and untyped string)" */ += "a"
	s /* ERROR "invalid operation: operator - not defined on s (variable of type string)" */ -= "b"
	s /* ERROR "invalid operation: s++ (non-numeric type string)" */++
	b /* ERROR "invalid operation: b++ (non-numeric type bool)" */++
	i <<= 1.5 /* ERROR "1.5 (untyped float constant) truncated to uint" */
	i += 1.5 /* ERROR "1.5 (untyped float constant) truncated to int" */
	f /* ERROR "cannot assign to f() (neither addressable nor a map index expression)" */() += 1
	"abc" /* ERROR "cannot assign to \"abc\"[0] (neither addressable nor a map index expression)" */[0] = 1
	s /* ERROR "cannot assign to s[0] (neither addressable nor a map index expression)" */[0] = 'x'
	i, j /* ERROR "declared and not used: j" */ := 1, 2
}

func f() int { return 1 }
