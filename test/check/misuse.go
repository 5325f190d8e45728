// RUN: %minigo check -verify %s

package p

import "fmt"

type T int

func use() {
	_ = T /* ERROR "T (type) is not an expression" */
	_ = fmt /* ERROR "use of package fmt not in selector" */
	_ = T /* ERROR "T (type) is not an expression" */ + 1
	T /* ERROR "T (type) is not an expression" */
	var x /* ERROR "declared and not used: x" */ use /* ERROR "use (function) is not a type" */
	use.foo /* ERROR "use.foo undefined (type func() has no field or method foo)" */()
	_ = int /* ERROR "int (type) is not an expression" */
	_ = [ /* ERROR "[]int (type) is not an expression" */]int
	fmt /* ERROR "use of package fmt not in selector" */ /* ERROR "cannot assign to fmt.Println (neither addressable nor a map index expression)" */.Println = nil
	len. /* ERROR "invalid use of len (built-in) in selector expression" */x()
}
