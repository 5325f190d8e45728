// RUN: %minigo check -verify %s

package p

func use() {
	goto over /* ERROR "goto over jumps over declaration of x at " */
	x := 1
	_ = x
over:
	goto into /* ERROR "goto into jumps into block starting at " */
	{
	into:
	}
twice:
twice /* ERROR "label twice already defined at " */:
	goto twice
	switch any(1).(type) {
	case int:
		fallthrough /* ERROR "cannot fallthrough in type switch" */
	case string:
	}
}
