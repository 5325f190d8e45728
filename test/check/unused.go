// RUN: %minigo check -verify %s

package p

import (
	"fmt" /* ERROR "\"fmt\" imported and not used" */
	str /* ERROR "\"errors\" imported as str and not used" */ "errors"
)

func f(p int) (r int) {
	a /* ERROR "declared and not used: a" */ := 1
	var b /* ERROR "declared and not used: b" */, c int
	b = 2
	_ = c
	func() {
		d /* ERROR "declared and not used: d" */ := 3
	}()
	for i := range 3 {
		e /* ERROR "declared and not used: e" */ := i
	}
	switch t /* ERROR "t declared and not used" */ := any(p).(type) {
	case int:
	}
	return 0
}
