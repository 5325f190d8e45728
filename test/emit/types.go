// How types are declared in C++: order, forward declarations, layout, equality.
// RUN: %minigo emit %s | FileCheck %s --match-full-lines --strict-whitespace
// RUN: %minigo emit %s > %t.cpp
// RUN: %cxx -std=c++20 -Wall -Wextra -Werror -fsyntax-only -I%minigo_dir/../lib/minigo/include %t.cpp
package main

type Tree struct {
	left, right *Tree
	items       List
	at          Point
}

type List []Tree

type Point struct{ X, Y int }

type Grid [2]Point

type Celsius float64

type stateFn func(rune) stateFn

type Nothing struct{}

type Padded struct {
	_    int32
	name string
	end  struct{}
}

type Dog struct {
	Point
	Legs byte
}

func main() {}

// CHECK:namespace go::main {
// CHECK-EMPTY:
// CHECK-NEXT:// types.go:15:6: type Point
// CHECK-NEXT:struct Point {
// CHECK-NEXT:  mg::Int X = 0;
// CHECK-NEXT:  mg::Int Y = 0;
// CHECK-NEXT:  bool operator==(const Point&) const = default;
// CHECK-NEXT:};
// CHECK-EMPTY:
// CHECK-NEXT:struct Tree;
// CHECK-EMPTY:
// CHECK-NEXT:// types.go:13:6: type List
// CHECK-NEXT:using List = mg::Slice<Tree>;
// CHECK-EMPTY:
// CHECK-NEXT:// types.go:7:6: type Tree
// CHECK-NEXT:struct Tree {
// CHECK-NEXT:  mg::Ptr<Tree> left = {};
// CHECK-NEXT:  mg::Ptr<Tree> right = {};
// CHECK-NEXT:  List items = {};
// CHECK-NEXT:  Point at = {};
// CHECK-NEXT:};
// CHECK-EMPTY:
// CHECK-NEXT:// types.go:17:6: type Grid
// CHECK-NEXT:using Grid = mg::Array<Point, 2>;
// CHECK-EMPTY:
// CHECK-NEXT:// types.go:19:6: type Celsius
// CHECK-NEXT:using Celsius = mg::Float64;
// CHECK-EMPTY:
// CHECK-NEXT:// types.go:21:6: type stateFn
// CHECK-NEXT:struct stateFn : mg::Func<stateFn(mg::Rune)> {
// CHECK-NEXT:  stateFn() = default;
// CHECK-NEXT:  stateFn(mg::Nil) {}
// CHECK-NEXT:  stateFn(mg::Func<stateFn(mg::Rune)> value) : mg::Func<stateFn(mg::Rune)>(value) {}
// CHECK-NEXT:};
// CHECK-EMPTY:
// CHECK-NEXT:// types.go:23:6: type Nothing
// CHECK-NEXT:struct Nothing {
// CHECK-NEXT:  mg::Array<mg::Byte, 0> empty_ = {};
// CHECK-NEXT:  bool operator==(const Nothing&) const = default;
// CHECK-NEXT:};
// CHECK-EMPTY:
// CHECK-NEXT:} // namespace go::main
// CHECK-EMPTY:
// CHECK-NEXT:namespace go::types_ {
// CHECK-EMPTY:
// CHECK-NEXT:#ifndef MINIGO_types_struct_
// CHECK-NEXT:#define MINIGO_types_struct_
// CHECK-NEXT:struct struct_ {
// CHECK-NEXT:  mg::Array<mg::Byte, 0> empty_ = {};
// CHECK-NEXT:  bool operator==(const struct_&) const = default;
// CHECK-NEXT:};
// CHECK-NEXT:#endif
// CHECK-EMPTY:
// CHECK-NEXT:} // namespace go::types_
// CHECK-EMPTY:
// CHECK-NEXT:namespace go::main {
// CHECK-EMPTY:
// CHECK-NEXT:// types.go:25:6: type Padded
// CHECK-NEXT:struct Padded {
// CHECK-NEXT:  mg::Int32 blank0_ = 0;
// CHECK-NEXT:  mg::String name = {};
// CHECK-NEXT:  types_::struct_ end = {};
// CHECK-NEXT:  mg::Byte end_ = 0;
// CHECK-NEXT:  friend bool operator==(const Padded& a, const Padded& b) {
// CHECK-NEXT:    return a.name == b.name && a.end == b.end;
// CHECK-NEXT:  }
// CHECK-NEXT:};
// CHECK-EMPTY:
// CHECK-NEXT:// types.go:31:6: type Dog
// CHECK-NEXT:struct Dog {
// CHECK-NEXT:  ::go::main::Point Point = {};
// CHECK-NEXT:  mg::Byte Legs = 0;
// CHECK-NEXT:  bool operator==(const Dog&) const = default;
// CHECK-NEXT:};
// CHECK-EMPTY:
// CHECK-NEXT:} // namespace go::main
// CHECK-EMPTY:
// CHECK-NEXT:namespace mg {
// CHECK-EMPTY:
// CHECK-NEXT:template <>
// CHECK-NEXT:inline constexpr bool kPointerFree<go::main::Point> = true;
// CHECK-NEXT:template <>
// CHECK-NEXT:inline constexpr bool kPointerFree<go::main::Nothing> = true;
// CHECK-EMPTY:
// CHECK-NEXT:#ifndef MINIGO_types_struct__kPointerFree
// CHECK-NEXT:#define MINIGO_types_struct__kPointerFree
// CHECK-NEXT:template <>
// CHECK-NEXT:inline constexpr bool kPointerFree<go::types_::struct_> = true;
// CHECK-NEXT:#endif
// CHECK-EMPTY:
// CHECK-NEXT:template <>
// CHECK-NEXT:inline constexpr bool kPointerFree<go::main::Dog> = true;
// CHECK-EMPTY:
// CHECK-NEXT:} // namespace mg
// CHECK-EMPTY:
// CHECK-NEXT:namespace go::main {
// CHECK-EMPTY:
// CHECK-NEXT:// types.go:36:6: func main()
// CHECK-NEXT:void main() {}
// CHECK-EMPTY:
// CHECK-NEXT:} // namespace go::main
// CHECK-EMPTY:
// CHECK-NEXT:int main(int argc, char** argv) {
// CHECK-NEXT:  return mg::start(argc, argv, nullptr, &go::main::main);
// CHECK-NEXT:}
