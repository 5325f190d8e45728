// RUN: %minigo run %s 2>&1 | FileCheck --strict-whitespace --match-full-lines %s
// Locals keep their last values when a deferred literal looks after a panic.
package main

import "fmt"

func work() (total int, err error) {
	step := "start"
	items := []int{1, 2, 0, 4}
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%v at %s, total %d", r, step, total)
		}
	}()
	for i, x := range items {
		step = fmt.Sprint("item ", i)
		total += 100 / x
	}
	return total, nil
}

type stack struct{ data []int }

func (s *stack) pop() (v int, ok bool) {
	defer func() { ok = recover() == nil }()
	v = s.data[len(s.data)-1]
	s.data = s.data[:len(s.data)-1]
	return
}

func main() {
	fmt.Println(work())
	s := &stack{[]int{1}}
	fmt.Println(s.pop())
	fmt.Println(s.pop())
}

// CHECK:150 runtime error: integer divide by zero at item 2, total 150
// CHECK-NEXT:1 true
// CHECK-NEXT:0 false
