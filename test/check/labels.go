// RUN: %minigo check -verify %s

package p

func use() {
	break /* ERROR "break is not in a loop, switch, or select" */
	continue /* ERROR "continue is not in a loop" */
unused /* ERROR "label unused defined and not used" */:
	for {
		break missing /* ERROR "break label not defined: missing" */
		continue other /* ERROR "continue label not defined: other" */
	}
	goto nowhere /* ERROR "label nowhere not defined" */
L:
	if true {
		break L /* ERROR "invalid break label L" */
	}
	switch {
	case true:
		fallthrough /* ERROR "cannot fallthrough final case in switch" */
	}
	fallthrough /* ERROR "fallthrough statement out of place" */
}
