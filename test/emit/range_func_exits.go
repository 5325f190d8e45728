// RUN: %minigo emit %s | FileCheck %s --match-full-lines
// RUN: %minigo run %s | FileCheck %s --check-prefix=OUT
// Jumps out of the body of a range over a function have names, which no name inside hides.
package main

import (
	"fmt"
	"iter"
)

func count(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := 0; i < n && yield(i); i++ {
		}
	}
}

func find(n int) (a, b int) {
outer:
	for i := range count(n) {
		for j := range count(n) {
			return_ := i * j
			switch {
			case return_ == 1:
				continue outer
			case return_ == 2 && n == 3:
				goto done
			case return_ == 60:
				break outer
			}
			for k := range count(return_) {
				if k == 1 && i == 7 {
					return i, j
				}
				if k > 2 {
					continue outer
				}
			}
		}
	}
	return -1, -1
done:
	return n, -2
}

func main() {
	fmt.Println(find(1))
	fmt.Println(find(3))
	fmt.Println(find(100))
}

// CHECK:         mg::RangeLoop loop_{};
// CHECK-NEXT:    constexpr mg::Int goto_done_ = 1;
// CHECK-NEXT:    constexpr mg::Int return_ = 2;
// CHECK:           mg::RangeLoop loop2_{};
// CHECK-NEXT:      constexpr mg::Int continue_outer_ = 1;
// CHECK-NEXT:      constexpr mg::Int goto_done2_ = 2;
// CHECK-NEXT:      constexpr mg::Int break_outer_ = 3;
// CHECK-NEXT:      constexpr mg::Int return2_ = 4;
// CHECK:             return loop2_.stop(goto_done2_);
// CHECK:           if (loop2_.exit == goto_done2_) {
// CHECK-NEXT:        return loop_.stop(goto_done_);
// OUT:      -1 -1
// OUT-NEXT: 3 -2
// OUT-NEXT: 7 1
