// RUN: %minigo check -verify %s

package p

func f() int { return 1 }

func use() {
	go f /* ERROR "expression in go must be function call" */
	defer f /* ERROR "expression in defer must be function call" */
	go int /* ERROR "go requires function call, not conversion int(3) (constant 3 of type int)" */(3)
	defer len /* ERROR "defer discards result of len(\"a\") (constant 1 of type int)" */("a")
	go func /* ERROR "expression in go must be function call" */() {}
	defer append /* ERROR "defer discards result of append([]int{}, 1) (value of type []int)" */([]int{}, 1)
	defer recover()
	go ( /* ERROR "expression in go must not be parenthesized" */f())
}
