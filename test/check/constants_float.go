// RUN: %minigo check -verify %s

package p

var (
	a float32 = 1e40 /* ERROR "cannot use 1e40 (untyped float constant 1e+40) as float32 value in variable declaration (overflows)" */
	b         = float64(1e400 /* ERROR "cannot convert 1e400 (untyped float constant 1e+400) to type float64" */)
	c int     = 1e3
	d int     = 1e30 /* ERROR "cannot use 1e30 (untyped float constant 1e+30) as int value in variable declaration (truncated)" */
	e         = "a" /* ERROR "invalid operation: \"a\" * 2 (mismatched types untyped string and untyped int)" */ * 2
	g         = 'x' /* ERROR "invalid operation: 'x' + \"y\" (mismatched types untyped rune and untyped string)" */ + "y"
	h bool    = 1 /* ERROR "cannot use 1 (untyped int constant) as bool value in variable declaration" */
	i complex64 = 1i /* ERROR "cannot use 1i * 1e40 (untyped complex constant (0 + 1e+40i)) as complex64 value in variable declaration (overflows)" */ * 1e40
	j = 1.0 /* ERROR "invalid operation: operator % not defined on 1.0 (untyped float constant 1)" */ % 2.0
	k = ^1.0 /* ERROR "invalid operation: operator ^ not defined on 1.0 (untyped float constant 1)" */
)
