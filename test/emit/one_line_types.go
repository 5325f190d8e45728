// RUN: %minigo emit %s | FileCheck %s --match-full-lines --strict-whitespace
// A comment above a type that stands on one line is that of the type only, one above several names
// that of the first.
package main

// An Area has a size.
type Area interface{ Of() int }

// A Size has two sides.
type Size struct{ width, height int }

type Pair struct {
	// Both are there.
	first, second Area
}

func (s Size) Of() int { return s.width * s.height }

func main() {
	p := Pair{Size{1, 2}, Size{3, 4}}
	println(p.first.Of(), p.second.Of())
}

//      CHECK:// An Area has a size.
// CHECK-NEXT:// one_line_types.go:7:6: type Area
// CHECK-NEXT:using Area = mg::Iface<Area_methods>;
// CHECK-EMPTY:
// CHECK-NEXT:struct Area_methods : mg::MethodTable {
// CHECK-NEXT:  mg::Int (*Of)(void*);
// CHECK-NEXT:};
// CHECK-EMPTY:
// CHECK-NEXT:// A Size has two sides.
// CHECK-NEXT:// one_line_types.go:10:6: type Size
// CHECK-NEXT:struct Size {
// CHECK-NEXT:  mg::Int width = 0;
// CHECK-NEXT:  mg::Int height = 0;
//      CHECK:struct Pair {
// CHECK-NEXT:  // Both are there.
// CHECK-NEXT:  Area first = {};
// CHECK-NEXT:  Area second = {};
