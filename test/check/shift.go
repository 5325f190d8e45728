// RUN: %minigo check -verify %s

package p

func use(i int, f float64, s string, u uint) {
	_ = i << f /* ERROR "invalid operation: shift count f (variable of type float64) must be integer" */
	_ = f /* ERROR "invalid operation: shifted operand f (variable of type float64) must be integer" */ << 1
	_ = 1.5 /* ERROR "invalid operation: shifted operand 1.5 (untyped float constant) must be integer" */ << 2
	_ = i << - /* ERROR "invalid operation: negative shift count -1 (untyped int constant)" */1
	_ = 1 << s /* ERROR "invalid operation: shift count s (variable of type string) must be integer" */
	_ = s /* ERROR "invalid operation: shifted operand s (variable of type string) must be integer" */ << 1
	_ = 1 << 10000 /* ERROR "invalid operation: invalid shift count 10000 (untyped int constant)" */
	var g float64 = 1 /* ERROR "invalid operation: shifted operand 1 (type float64) must be integer" */ << u
	_ = g
}
