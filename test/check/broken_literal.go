// RUN: %exit 1 %minigo check %s 2>&1 | FileCheck %s --implicit-check-not={{:[0-9]+:}}
// The value of a literal that is wrong is not known; what is computed from it is no further error.
// CHECK: broken_literal.go:7:17: invalid character ' ' in hexadecimal escape

package p

const s = "abc\x "

const (
	n = len(s)
	t = s + "d"
	b = s == t
	c = b && !b
)

var (
	array [len(t)]int
	first = s[0]
	rest  = t[1:]
)
