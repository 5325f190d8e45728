// The composite values of Inputs/fmt/values.go, under their names there, and their types' methods.
#pragma once

#include "minigo/fmt.h"
#include "test/runtime/fmt_basic_values.h"

#include <initializer_list>
#include <utility>

namespace fmt_values {

using describe::field;
using describe::method;

template <class... A>
String sprintf(String format, A... operands) {
  Any list[] = {operands...};
  return go::fmt::Sprintf(format, {list, Int(sizeof...(A)), Int(sizeof...(A))});
}

inline const Type* const stringResult[] = {&type_string};
inline const Type stringFunc = describe::func("func() string"_s, stringResult, 0, 1);

struct Point {
  Int x;
  String Name;
};
inline const Field pointFields[] = {field("x"_s, type_int, 0), field("Name"_s, type_string, 8)};
inline const Type PointType =
    describe::named(describe::structure(pointFields, sizeof(Point), ""_s), "main.Point"_s);
inline const Type pointPtr = describe::pointer(PointType, "*main.Point"_s);

struct Inner {
  Any A, b;
  Error E;
};
inline const Field innerFields[] = {field("A"_s, type_any, 0), field("b"_s, type_any, 16),
                                    field("E"_s, type_error, 32)};
inline const Type InnerType =
    describe::named(describe::structure(innerFields, sizeof(Inner), ""_s), "main.Inner"_s);

inline const Type ints = describe::slice(type_int, "[]int"_s);
inline const Type mapStringInt = describe::map(type_string, type_int, "map[string]int"_s);
inline const Type plainFunc = describe::plain(Kind::Func, 8, "func()"_s, kInWord);
inline const Type chanInt = describe::plain(Kind::Chan, 8, "chan int"_s, kComparable);

struct Nested {
  Point P;
  Point* Q;
  Slice<Int> Ints;
  Map<String, Int> M;
  Inner I;
  Slice<Byte> bytes;
  void* F;
  void* C;
};
inline const Field nestedFields[] = {field("P"_s, PointType, 0),   field("Q"_s, pointPtr, 24),
                                     field("Ints"_s, ints, 32),    field("M"_s, mapStringInt, 56),
                                     field("I"_s, InnerType, 64),  field("bytes"_s, bytesType, 112),
                                     field("F"_s, plainFunc, 136), field("C"_s, chanInt, 144)};
static_assert(sizeof(Nested) == 152);
inline const Type NestedType =
    describe::named(describe::structure(nestedFields, sizeof(Nested), ""_s, 0), "main.Nested"_s);

// func (s Stringy) String() string
inline String stringyString(void* self) {
  return sprintf("S<%d>"_s, toAny(type_int, unbox<Int>(self)));
}
inline const Method stringyMethods[] = {method("String"_s, stringFunc, &stringyString)};
inline const Type Stringy = describe::named(type_int, "main.Stringy"_s, stringyMethods, 1);

struct Holder {
  Int a, B;
};
inline const Field holderFields[] = {field("a"_s, Stringy, 0), field("B"_s, Stringy, 8)};
inline const Type HolderType =
    describe::named(describe::structure(holderFields, sizeof(Holder), ""_s), "main.Holder"_s);

// type PtrStringy struct{ n int }; func (p *PtrStringy) String() string
inline String ptrStringyString(void* self) {
  Ptr<Int> p = unbox<Ptr<Int>>(self);
  return sprintf("ptr %d"_s, toAny(type_int, *p));
}
inline const Field nField[] = {field("n"_s, type_int, 0)};
inline const Type PtrStringy =
    describe::named(describe::structure(nField, 8, ""_s), "main.PtrStringy"_s);
inline const Method ptrStringyMethods[] = {method("String"_s, stringFunc, &ptrStringyString)};
inline const Type ptrStringyPtr =
    describe::pointer(PtrStringy, "*main.PtrStringy"_s, ptrStringyMethods, 1);

// type Failure struct{ Code int }, with Error and String; the methods of *Failure dereference.
inline String failureText(Int code) { return sprintf("failure %d"_s, toAny(type_int, code)); }
inline String failureError(void* self) { return failureText(unbox<Int>(self)); }
inline String failurePtrError(void* self) { return failureText(*unbox<Ptr<Int>>(self)); }
inline String notUsed(void*) { return "not used"_s; }
inline const Field codeField[] = {field("Code"_s, type_int, 0)};
inline const Method failureMethods[] = {method("Error"_s, stringFunc, &failureError),
                                        method("String"_s, stringFunc, &notUsed)};
inline const Method failurePtrMethods[] = {method("Error"_s, stringFunc, &failurePtrError),
                                           method("String"_s, stringFunc, &notUsed)};
inline const Type Failure =
    describe::named(describe::structure(codeField, 8, ""_s), "main.Failure"_s, failureMethods, 2);
inline const Type failurePtr = describe::pointer(Failure, "*main.Failure"_s, failurePtrMethods, 2);

inline String goString(void*) { return "GoSyntax!"_s; }
inline const Method goSyntaxMethods[] = {method("GoString"_s, stringFunc, &goString)};
inline const Type GoSyntax =
    describe::named(describe::structure(nField, 8, ""_s), "main.GoSyntax"_s, goSyntaxMethods, 1);

// fmt.State as generated code declares it
struct StateTable : MethodTable {
  bool (*Flag)(void*, Int);
  Results<Int, bool> (*Precision)(void*);
  Results<Int, bool> (*Width)(void*);
  Results<Int, Error> (*Write)(void*, Slice<Byte>);
};
inline Type stateType() {
  Type type = describe::named(describe::plain(Kind::Interface, 16, ""_s), "fmt.State"_s);
  type.pkgPath = "fmt"_s;
  return type;
}
inline const Type State = stateType();
inline const Type* const formatSignature[] = {&State, &type_int32};
inline const Type formatFunc = describe::func("func(fmt.State, int32)"_s, formatSignature, 2, 0);
inline void customFormat(void*, Iface<StateTable> f, Rune verb) {
  auto write = [&](String s) { f.tab->Write(f.data, toBytes(s)); };
  auto [w, hasW] = f.tab->Width(f.data);
  auto [p, hasP] = f.tab->Precision(f.data);
  write(sprintf("[%c %d %t %d %t"_s, toAny(type_int32, verb), toAny(type_int, w),
                toAny(type_bool, hasW), toAny(type_int, p), toAny(type_bool, hasP)));
  for (char c : {'+', '-', '#', ' ', '0'})
    if (f.tab->Flag(f.data, c)) write(sprintf(" %q"_s, toAny(type_int32, Rune(c))));
  write("]"_s);
}
inline const Method customMethods[] = {method("Format"_s, formatFunc, &customFormat)};
inline const Type Custom = describe::named(type_int, "main.Custom"_s, customMethods, 1);

inline String panickyString(void* self) {
  if (unbox<Int>(self) == 0) panic(toAny(type_string, "boom"_s));
  panic({&Failure, box(Int(7))});
}
inline const Method panickyMethods[] = {method("String"_s, stringFunc, &panickyString)};
inline const Type Panicky = describe::named(type_int, "main.Panicky"_s, panickyMethods, 1);

inline String plainError(void* self) { return *static_cast<String*>(self); }
inline const Field textField[] = {field("s"_s, type_string, 0)};
inline const Method plainErrorMethods[] = {method("Error"_s, stringFunc, &plainError)};
inline const Type errorString = describe::structure(textField, 16, "errors.errorString"_s);
inline const Type errorStringPtr =
    describe::pointer(errorString, "*errors.errorString"_s, plainErrorMethods, 1);

inline void addSlices(Values& v) {
  static const Type strings = describe::slice(type_string, "[]string"_s);
  static const Type intss = describe::slice(ints, "[][]int"_s);
  static const Type anys = describe::slice(type_any, "[]interface {}"_s);
  static const Type floats = describe::slice(type_float64, "[]float64"_s);
  static const Type bools = describe::slice(type_bool, "[]bool"_s);
  static const Type array3 = describe::array(type_int, 3, "[3]int"_s);
  static const Type array0 = describe::array(type_int, 0, "[0]int"_s);
  static const Type intsPtr = describe::pointer(ints, "*[]int"_s);
  static const Type arrayPtr = describe::pointer(array3, "*[3]int"_s);
  v["intsnil"] = toAny(ints, Slice<Int>{});
  v["intsempty"] = toAny(ints, makeSlice<Int>(0));
  v["ints"] = toAny(ints, sliceOf<Int>({1, -2, 3}));
  v["strings"] = toAny(strings, sliceOf<String>({"a b"_s, "c"_s}));
  v["intss"] = toAny(intss, sliceOf<Slice<Int>>({sliceOf<Int>({1}), {}, sliceOf<Int>({2, 3})}));
  v["anys"] = toAny(
      anys, sliceOf<Any>({v["int1"], toAny(type_string, "a"_s), Any{}, v["f2.5"], v["rune"]}));
  v["floats"] = toAny(floats, sliceOf<Float64>({1, 2.5, 1e9}));
  v["bools"] = toAny(bools, sliceOf<bool>({true, false}));
  v["array"] = toAny(array3, Array<Int, 3>{1, 2, 3});
  v["array0"] = toAny(array0, Array<Int, 0>{});
  v["intsptr"] = toAny(intsPtr, newObject(sliceOf<Int>({1, 2})));
  v["arrayptr"] = toAny(arrayPtr, newObject(Array<Int, 3>{4, 5, 6}));
}

template <class K, class V>
Map<K, V> mapWith(const Type& type, std::initializer_list<std::pair<K, V>> entries) {
  auto map = makeMap<K, V>(type);
  for (auto& [key, value] : entries)
    map.slot(key) = value;
  return map;
}

inline void addMaps(Values& v) {
  static const Type intString = describe::map(type_int, type_string, "map[int]string"_s);
  static const Type floatBool = describe::map(type_float64, type_bool, "map[float64]bool"_s);
  static const Type anyInt = describe::map(type_any, type_int, "map[interface {}]int"_s);
  static const Type array2 = describe::array(type_int, 2, "[2]int"_s);
  static const Type arrayString = describe::map(array2, type_string, "map[[2]int]string"_s);
  static const Type mapPtr = describe::pointer(mapStringInt, "*map[string]int"_s);
  static const Type mapStringy = describe::map(Stringy, Stringy, "map[main.Stringy]main.Stringy"_s);
  using A = Array<Int, 2>;
  v["mapnil"] = toAny(mapStringInt, Map<String, Int>{});
  v["mapempty"] = toAny(mapStringInt, makeMap<String, Int>(mapStringInt));
  v["map"] =
      toAny(mapStringInt, mapWith<String, Int>(mapStringInt, {{"b"_s, 2}, {"a"_s, 1}, {""_s, 0}}));
  v["mapint"] =
      toAny(intString, mapWith<Int, String>(intString, {{3, "c"_s}, {-1, "a"_s}, {2, "b"_s}}));
  v["mapfloat"] = toAny(
      floatBool, mapWith<Float64, bool>(floatBool, {{2.5, true}, {NAN, false}, {-INFINITY, true}}));
  v["mapany"] = toAny(anyInt, mapWith<Any, Int>(anyInt, {{v["int1"], 1},
                                                       {toAny(type_string, "a"_s), 2},
                                                       {v["f2.5"], 3},
                                                       {Any{}, 4},
                                                       {v["true"], 5},
                                                       {v["rune"], 6},
                                                       {toAny(type_string, "B"_s), 7},
                                                       {toAny(type_uint8, Uint8(1)), 8}}));
  v["maparray"] =
      toAny(arrayString, mapWith<A, String>(arrayString, {{A{2, 1}, "x"_s}, {A{1, 9}, "y"_s}}));
  v["mapptr"] = toAny(mapPtr, newObject(mapWith<String, Int>(mapStringInt, {{"z"_s, 26}})));
  v["mapstringy"] = toAny(mapStringy, mapWith<Int, Int>(mapStringy, {{2, 1}, {1, 2}}));
}

inline void addStructs(Values& v) {
  static const Type empty = describe::plain(Kind::Struct, 0, "struct {}"_s, kComparable);
  static const Type points = describe::slice(PointType, "[]main.Point"_s);
  static const Type pointPtrs = describe::slice(pointPtr, "[]*main.Point"_s);
  static const Type errors = describe::slice(type_error, "[]error"_s);
  static const Type intPtr = describe::pointer(type_int, "*int"_s);
  struct Empty {};
  Point bob{1, "bob"_s};
  v["nil"] = Any{};
  v["point"] = toAny(PointType, bob);
  v["pointptr"] = toAny(pointPtr, newObject(bob));
  v["pointnil"] = toAny(pointPtr, Ptr<Point>());
  v["empty"] = toAny(empty, Empty());
  Nested nested{bob,
                nullptr,
                sliceOf<Int>({1}),
                mapWith<String, Int>(mapStringInt, {{"k"_s, 1}}),
                {v["int1"], toAny(type_string, "q"_s),
                 Error{static_cast<const ErrorMethods*>(methodTable(&type_error, &Failure)),
                       box(Int(3))}},
                toBytes("hi"_s),
                nullptr,
                nullptr};
  v["nested"] = toAny(NestedType, nested);
  v["nestedzero"] = toAny(NestedType, Nested{});
  v["intptrnil"] = toAny(intPtr, Ptr<Int>());
  v["funcnil"] = toAny(plainFunc, Func<void()>());
  v["channil"] = toAny(chanInt, static_cast<void*>(nullptr));
  v["unsafenil"] = toAny(type_unsafe_Pointer, static_cast<void*>(nullptr));
  v["points"] = toAny(points, sliceOf<Point>({bob, {2, ""_s}}));
  v["pointptrs"] = toAny(pointPtrs, sliceOf<Ptr<Point>>({nullptr}));
  v["errornil"] = toAny(errors, sliceOf<Error>({Error{}}));
}

inline void addMethods(Values& v) {
  static const Type stringys = describe::slice(Stringy, "[]main.Stringy"_s);
  static const Type goSyntaxes = describe::slice(GoSyntax, "[]main.GoSyntax"_s);
  static const Type customs = describe::slice(Custom, "[]main.Custom"_s);
  static const Type panickys = describe::slice(Panicky, "[]main.Panicky"_s);
  v["stringy"] = toAny(Stringy, Int(5));
  v["stringys"] = toAny(stringys, sliceOf<Int>({1, 2}));
  v["holder"] = toAny(HolderType, Holder{1, 2});
  v["ptrstringy"] = toAny(ptrStringyPtr, newObject(Int(3)));
  v["ptrstringyvalue"] = {&PtrStringy, box(Int(3))};
  v["ptrstringynil"] = toAny(ptrStringyPtr, Ptr<Int>());
  v["failure"] = {&Failure, box(Int(404))};
  v["failureptr"] = toAny(failurePtr, newObject(Int(405)));
  v["failurenil"] = toAny(failurePtr, Ptr<Int>());
  v["gosyntax"] = {&GoSyntax, box(Int(1))};
  v["gosyntaxes"] = toAny(goSyntaxes, sliceOf<Int>({1}));
  v["custom"] = toAny(Custom, Int(1));
  v["customs"] = toAny(customs, sliceOf<Int>({1}));
  v["panicky0"] = toAny(Panicky, Int(0));
  v["panicky1"] = toAny(Panicky, Int(1));
  v["panickys"] = toAny(panickys, sliceOf<Int>({0}));
  v["error"] = toAny(errorStringPtr, newObject("plain"_s));
}

} // namespace fmt_values
