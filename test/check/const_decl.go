// RUN: %minigo check -verify %s

package p

const a int = "x" /* ERROR "cannot use \"x\" (untyped string constant) as int value in constant declaration" */
const b = f /* ERROR "f() (value of type int) is not constant" */()
const c, d /* ERROR "missing init expr for d" */ = 1
const (
	e = iota
	g, h /* ERROR "missing init expr for h" */
)
const i uint8 = 256 /* ERROR "cannot use 256 (untyped int constant) as uint8 value in constant declaration (overflows)" */
const j [ /* ERROR "invalid constant type []int" */]int = nil
const k /* ERROR "initialization cycle: k refers to itself" */ = k
const l = 1 / 0 /* ERROR "invalid operation: division by zero" */
const m = 1 << /* ERROR "constant shift overflow" */ 600

func f() int { return 1 }
