// A condition whose right side needs statements gets one temporary, which is the condition.
// RUN: %minigo emit %s | FileCheck %s
package main

func area(n int) int { return n * n }

// CHECK-LABEL: bool isLarger(
// CHECK:       bool cond_ = i == 0;
// CHECK-NEXT:  if (!cond_) {
// CHECK-NEXT:    mg::Int area_ = area(i);
// CHECK-NEXT:    cond_ = area_ > area(j);
// CHECK-NEXT:  }
// CHECK-NEXT:  return cond_;
func isLarger(i, j int) bool {
	return i == 0 || area(i) > area(j)
}

// CHECK-LABEL: bool isPlain(
// CHECK-NEXT:  return i != 0 && area(i) > j;
func isPlain(i, j int) bool {
	return i != 0 && area(i) > j
}

func main() { println(isLarger(1, 2), isPlain(1, 2)) }
