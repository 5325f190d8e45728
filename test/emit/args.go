// Arguments of built-in functions that take any: what has a default type is written as it is.
// RUN: %minigo emit %s | FileCheck %s --match-full-lines --strict-whitespace
package main

import "fmt"

type point struct{ x int }

func main() {
	n := 3
	var err error
	var i64 int64
	var a any = n
	fmt.Println("a", 1, 2.5, true, n, n > 2, err, a, nil, 1<<40)
	fmt.Println(point{n}, i64, uint8(3))
	fmt.Println()
}

// CHECK-LABEL:void main() {
//      CHECK:  mg::Any a = mg::toAny(n);
// CHECK-NEXT:  fmt::Println(mg::args(
// CHECK-NEXT:      {"a"_s, 1, 2.5, true, n, n > 2, err, a, nullptr, mg::Int(1099511627776 /* 1<<40 */)}));
// CHECK-NEXT:  fmt::Println(mg::args({mg::toAny(type_point, point{n}), mg::toAny(mg::type_int64, i64),
// CHECK-NEXT:      mg::toAny(mg::type_uint8, mg::Uint8(3))}));
// CHECK-NEXT:  fmt::Println({});
