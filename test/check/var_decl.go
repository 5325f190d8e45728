// RUN: %minigo check -verify %s

package p

var a int = "x" /* ERROR "cannot use \"x\" (untyped string constant) as int value in variable declaration" */
var b, c = 1 /* ERROR "assignment mismatch: 2 variables but 1 value" */
var d, e int = 1, 2, 3 /* ERROR "extra init expr 3" */
var g = nil /* ERROR "use of untyped nil in variable declaration" */
var h, i = f2()
var j = f0 /* ERROR "f0() (no value) used as value" */()
var k, l, m = f2 /* ERROR "assignment mismatch: 3 variables but f2 returns 2 values" */()
var n /* ERROR "initialization cycle for n" */ = o
var o = n

func f0()             {}
func f2() (int, bool) { return 1, true }
