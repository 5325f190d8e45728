// Interfaces: method tables, wrappers, descriptors of the types that reach them.
// RUN: %minigo emit %s | FileCheck %s --match-full-lines --strict-whitespace
// RUN: %minigo emit %s > %t.cpp
// RUN: %cxx -std=c++20 -Wall -Wextra -Werror -fsyntax-only -I%minigo_dir/../lib/minigo/include %t.cpp
package main

type Shape interface {
	Scale(by int)
	Area() int
}

type Square struct{ Side int }

func (s Square) Area() int      { return s.Side * s.Side }
func (s *Square) Scale(by int) { s.Side *= by }

type Named struct {
	*Square
	name string
}

func measure(s Shape) int { return s.Area() }

func main() {
	n := Named{&Square{2}, "n"}
	println(measure(n), measure(n.Square))
}

// CHECK:namespace go::main {
// CHECK-EMPTY:
// CHECK-NEXT:struct Shape_methods;
// CHECK-EMPTY:
// CHECK-NEXT:// interface.go:7:6: type Shape
// CHECK-NEXT:using Shape = mg::Iface<Shape_methods>;
// CHECK-EMPTY:
// CHECK-NEXT:struct Shape_methods : mg::MethodTable {
// CHECK-NEXT:  mg::Int (*Area)(void*);
// CHECK-NEXT:  void (*Scale)(void*, mg::Int);
// CHECK-NEXT:};
// CHECK-EMPTY:
// CHECK-NEXT:// interface.go:12:6: type Square
// CHECK-NEXT:struct Square {
// CHECK-NEXT:  mg::Int Side = 0;
// CHECK-NEXT:  bool operator==(const Square&) const = default;
// CHECK-NEXT:};
// CHECK-EMPTY:
// CHECK-NEXT:// interface.go:17:6: type Named
// CHECK-NEXT:struct Named {
// CHECK-NEXT:  mg::Ptr<::go::main::Square> Square = {};
// CHECK-NEXT:  mg::String name = {};
// CHECK-NEXT:  bool operator==(const Named&) const = default;
// CHECK-NEXT:};
// CHECK-EMPTY:
// CHECK-NEXT:} // namespace go::main
// CHECK-EMPTY:
// CHECK-NEXT:namespace mg {
// CHECK-EMPTY:
// CHECK-NEXT:template <>
// CHECK-NEXT:inline constexpr bool kPointerFree<go::main::Square> = true;
// CHECK-EMPTY:
// CHECK-NEXT:} // namespace mg
// CHECK-EMPTY:
// CHECK-NEXT:namespace go::types_ {
// CHECK-EMPTY:
// CHECK-NEXT:extern inline const mg::Type type_func_ret_int;
// CHECK-NEXT:extern inline const mg::Type type_func_int;
// CHECK-EMPTY:
// CHECK-NEXT:} // namespace go::types_
// CHECK-EMPTY:
// CHECK-NEXT:namespace go::main {
// CHECK-EMPTY:
// CHECK-NEXT:static mg::Int Named_Area_value_(void* self);
// CHECK-NEXT:static void Named_Scale_value_(void* self, mg::Int by);
// CHECK-NEXT:extern const Shape_methods Named_as_Shape_;
// CHECK-NEXT:static mg::Int Square_Area_ptr_(void* self);
// CHECK-NEXT:extern const Shape_methods ptr_Square_as_Shape_;
// CHECK-NEXT:extern const mg::Type type_Named;
// CHECK-NEXT:extern const mg::Type type_ptr_Square;
// CHECK-NEXT:static mg::Int Square_Area_value_(void* self);
// CHECK-NEXT:extern const mg::Type type_Square;
// CHECK-EMPTY:
// CHECK-NEXT:// interface.go:14:17: func (s Square) Area() int
// CHECK-NEXT:mg::Int Square_Area(Square s) {
// CHECK-NEXT:  return s.Side * s.Side;
// CHECK-NEXT:}
// CHECK-EMPTY:
// CHECK-NEXT:// interface.go:15:18: func (s *Square) Scale(by int)
// CHECK-NEXT:void Square_Scale(mg::Ptr<Square> s, mg::Int by) {
// CHECK-NEXT:  s->Side *= by;
// CHECK-NEXT:}
// CHECK-EMPTY:
// CHECK-NEXT:// interface.go:22:6: func measure(s Shape) int
// CHECK-NEXT:mg::Int measure(Shape s) {
// CHECK-NEXT:  return s->Area(s.data);
// CHECK-NEXT:}
// CHECK-EMPTY:
// CHECK-NEXT:// interface.go:24:6: func main()
// CHECK-NEXT:void main() {
// CHECK-NEXT:  Named n{mg::newObject(Square{2}), "n"_s};
// CHECK-NEXT:  mg::Int measure_ = measure(Shape{&Named_as_Shape_, mg::box(n)});
// CHECK-NEXT:  mg::println(measure_, measure(Shape{&ptr_Square_as_Shape_, mg::box(n.Square)}));
// CHECK-NEXT:}
// CHECK-EMPTY:
// CHECK-NEXT:// What reflection, conversions to interfaces and printing know of types.
// CHECK-NEXT:static mg::Int Named_Area_value_(void* self) {
// CHECK-NEXT:  return Square_Area(*mg::unbox<Named>(self).Square);
// CHECK-NEXT:}
// CHECK-EMPTY:
// CHECK-NEXT:static void Named_Scale_value_(void* self, mg::Int by) {
// CHECK-NEXT:  Square_Scale(mg::unbox<Named>(self).Square, by);
// CHECK-NEXT:}
// CHECK-EMPTY:
// CHECK-NEXT:const Shape_methods Named_as_Shape_ = {{[{]}}{&type_Named}, Named_Area_value_, Named_Scale_value_};
// CHECK-EMPTY:
// CHECK-NEXT:static mg::Int Square_Area_ptr_(void* self) {
// CHECK-NEXT:  return Square_Area(mg::valueReceiver<Square>(self, "main.Square"_s, "Area"_s));
// CHECK-NEXT:}
// CHECK-EMPTY:
// CHECK-NEXT:const Shape_methods ptr_Square_as_Shape_ = {{[{]}}{&type_ptr_Square}, Square_Area_ptr_,
// CHECK-NEXT:    reinterpret_cast<void (*)(void*, mg::Int)>(Square_Scale)};
// CHECK-EMPTY:
// CHECK-NEXT:static const mg::Field type_Named_fields[] = {
// CHECK-NEXT:    {"Square"_s, &type_ptr_Square, __builtin_offsetof(Named, Square), ""_s, ""_s, true},
// CHECK-NEXT:    {"name"_s, &mg::type_string, __builtin_offsetof(Named, name), ""_s, "main"_s, false},
// CHECK-NEXT:};
// CHECK-EMPTY:
// CHECK-NEXT:static const mg::Method type_Named_methods[] = {
// CHECK-NEXT:    {"Area"_s, ""_s, &types_::type_func_ret_int, reinterpret_cast<void (*)()>(Named_Area_value_)},
// CHECK-NEXT:    {"Scale"_s, ""_s, &types_::type_func_int, reinterpret_cast<void (*)()>(Named_Scale_value_)},
// CHECK-NEXT:};
// CHECK-EMPTY:
// CHECK-NEXT:const mg::Type type_Named = {
// CHECK-NEXT:    .size = sizeof(Named),
// CHECK-NEXT:    .hash = 0x56193e7u,
// CHECK-NEXT:    .kind = mg::Kind::Struct,
// CHECK-NEXT:    .align = alignof(Named),
// CHECK-NEXT:    .flags = mg::kNamed | mg::kComparable,
// CHECK-NEXT:    .name = "main.Named"_s,
// CHECK-NEXT:    .pkgPath = "main"_s,
// CHECK-NEXT:    .fields = type_Named_fields,
// CHECK-NEXT:    .fieldCount = 2,
// CHECK-NEXT:    .methods = type_Named_methods,
// CHECK-NEXT:    .methodCount = 2,
// CHECK-NEXT:};
// CHECK-EMPTY:
// CHECK-NEXT:static const mg::Method type_ptr_Square_methods[] = {
// CHECK-NEXT:    {"Area"_s, ""_s, &types_::type_func_ret_int, reinterpret_cast<void (*)()>(Square_Area_ptr_)},
// CHECK-NEXT:    {"Scale"_s, ""_s, &types_::type_func_int, reinterpret_cast<void (*)()>(Square_Scale)},
// CHECK-NEXT:};
// CHECK-EMPTY:
// CHECK-NEXT:const mg::Type type_ptr_Square = {
// CHECK-NEXT:    .size = sizeof(mg::Ptr<Square>),
// CHECK-NEXT:    .hash = 0x524088c9u,
// CHECK-NEXT:    .kind = mg::Kind::Pointer,
// CHECK-NEXT:    .align = alignof(mg::Ptr<Square>),
// CHECK-NEXT:    .flags = mg::kComparable | mg::kInWord,
// CHECK-NEXT:    .name = "*main.Square"_s,
// CHECK-NEXT:    .elem = &type_Square,
// CHECK-NEXT:    .methods = type_ptr_Square_methods,
// CHECK-NEXT:    .methodCount = 2,
// CHECK-NEXT:};
// CHECK-EMPTY:
// CHECK-NEXT:static const mg::Field type_Square_fields[] = {
// CHECK-NEXT:    {"Side"_s, &mg::type_int, __builtin_offsetof(Square, Side), ""_s, ""_s, false},
// CHECK-NEXT:};
// CHECK-EMPTY:
// CHECK-NEXT:static mg::Int Square_Area_value_(void* self) {
// CHECK-NEXT:  return Square_Area(mg::unbox<Square>(self));
// CHECK-NEXT:}
// CHECK-EMPTY:
// CHECK-NEXT:static const mg::Method type_Square_methods[] = {
// CHECK-NEXT:    {"Area"_s, ""_s, &types_::type_func_ret_int, reinterpret_cast<void (*)()>(Square_Area_value_)},
// CHECK-NEXT:};
// CHECK-EMPTY:
// CHECK-NEXT:const mg::Type type_Square = {
// CHECK-NEXT:    .size = sizeof(Square),
// CHECK-NEXT:    .hash = 0x8b46dc41u,
// CHECK-NEXT:    .kind = mg::Kind::Struct,
// CHECK-NEXT:    .align = alignof(Square),
// CHECK-NEXT:    .flags = mg::kNamed | mg::kComparable | mg::kInWord | mg::kNoPointers,
// CHECK-NEXT:    .name = "main.Square"_s,
// CHECK-NEXT:    .pkgPath = "main"_s,
// CHECK-NEXT:    .fields = type_Square_fields,
// CHECK-NEXT:    .fieldCount = 1,
// CHECK-NEXT:    .methods = type_Square_methods,
// CHECK-NEXT:    .methodCount = 1,
// CHECK-NEXT:};
// CHECK-EMPTY:
// CHECK-NEXT:} // namespace go::main
// CHECK-EMPTY:
// CHECK-NEXT:namespace go::types_ {
// CHECK-EMPTY:
// CHECK-NEXT:inline const mg::Type* const type_func_ret_int_signature[] = {&mg::type_int};
// CHECK-EMPTY:
// CHECK-NEXT:inline const mg::Type type_func_ret_int = {
// CHECK-NEXT:    .size = sizeof(mg::Func<mg::Int()>),
// CHECK-NEXT:    .hash = 0xa218166du,
// CHECK-NEXT:    .kind = mg::Kind::Func,
// CHECK-NEXT:    .align = alignof(mg::Func<mg::Int()>),
// CHECK-NEXT:    .flags = mg::kInWord,
// CHECK-NEXT:    .name = "func() int"_s,
// CHECK-NEXT:    .signature = type_func_ret_int_signature,
// CHECK-NEXT:    .resultCount = 1,
// CHECK-NEXT:};
// CHECK-EMPTY:
// CHECK-NEXT:inline const mg::Type* const type_func_int_signature[] = {&mg::type_int};
// CHECK-EMPTY:
// CHECK-NEXT:inline const mg::Type type_func_int = {
// CHECK-NEXT:    .size = sizeof(mg::Func<void(mg::Int)>),
// CHECK-NEXT:    .hash = 0x83b24cfdu,
// CHECK-NEXT:    .kind = mg::Kind::Func,
// CHECK-NEXT:    .align = alignof(mg::Func<void(mg::Int)>),
// CHECK-NEXT:    .flags = mg::kInWord,
// CHECK-NEXT:    .name = "func(int)"_s,
// CHECK-NEXT:    .len = 1,
// CHECK-NEXT:    .signature = type_func_int_signature,
// CHECK-NEXT:};
// CHECK-EMPTY:
// CHECK-NEXT:} // namespace go::types_
// CHECK-EMPTY:
// CHECK-NEXT:namespace go::main {
// CHECK-EMPTY:
// CHECK-NEXT:// What tracebacks call functions.
// CHECK-NEXT:MG_FUNC_NAME("go::main::Square_Area", "main.Square.Area");
// CHECK-NEXT:MG_FUNC_NAME("go::main::Square_Scale", "main.(*Square).Scale");
// CHECK-NEXT:MG_FUNC_NAME("go::main::Named_Area_value_", "~main.(*Named).Area");
// CHECK-NEXT:MG_FUNC_NAME("go::main::Named_Scale_value_", "~main.(*Named).Scale");
// CHECK-NEXT:MG_FUNC_NAME("go::main::Square_Area_ptr_", "~main.(*Square).Area");
// CHECK-NEXT:MG_FUNC_NAME("go::main::Square_Area_value_", "~main.(*Square).Area");
// CHECK-EMPTY:
// CHECK-NEXT:} // namespace go::main
// CHECK-EMPTY:
// CHECK-NEXT:int main(int argc, char** argv) {
// CHECK-NEXT:  return mg::start(argc, argv, nullptr, &go::main::main);
// CHECK-NEXT:}
