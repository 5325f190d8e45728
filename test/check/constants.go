// RUN: %minigo check -verify %s

package p

var (
	a int8   = 128 /* ERROR "cannot use 128 (untyped int constant) as int8 value in variable declaration (overflows)" */
	b uint   = - /* ERROR "cannot use -1 (untyped int constant) as uint value in variable declaration (overflows)" */1
	c int    = 1.5 /* ERROR "cannot use 1.5 (untyped float constant) as int value in variable declaration (truncated)" */
	d uint8  = 'a' /* ERROR "cannot use 'a' * 3 (untyped rune constant 291) as uint8 value in variable declaration (overflows)" */ * 3
	e string = 65 /* ERROR "cannot use 65 (untyped int constant) as string value in variable declaration" */
	g        = int8(200 /* ERROR "constant 200 overflows int8" */)
	h        = uint(- /* ERROR "constant -1 overflows uint" */1)
	i        = int(1.5 /* ERROR "cannot convert 1.5 (untyped float constant) to type int" */)
	j        = 1 /* ERROR "cannot use 1 << 64 (untyped int constant 18446744073709551616) as int value in variable declaration (overflows)" */ << 64
)
