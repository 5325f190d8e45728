// The panics of value operations: each text is Go's.
#include "minigo/fmt.h"
#include "test/runtime/describe.h"
#include "test/runtime/in_goroutine.h"

#include <gtest/gtest.h>
#include <string>

using namespace mg;

namespace {

std::string message;

[[gnu::noinline]] void recordPanic() {
  Recovery recovery(&recordPanic);
  Any value = recovery.recover();
  String text = go::fmt::Sprint({&value, 1, 1});
  message.assign(reinterpret_cast<const char*>(text.ptr), size_t(text.len));
}

template <class Body>
std::string panicOf(const Body& body) {
  message.clear();
  Defers defers;
  defers.run([&] {
    defer(defers, &recordPanic);
    body();
  });
  return message;
}

TEST(ValuePanics, SliceExpressions) {
  Slice<Int> s = makeSlice<Int>(3, 5);
  String text = "abc"_s;
  Array<Int, 3> array{};
  Ptr<Array<Int, 3>> a = &array;
  std::string bounds = "runtime error: slice bounds out of range ";
  EXPECT_EQ(panicOf([&] { slice(s, -1); }), bounds + "[-1:]");
  EXPECT_EQ(panicOf([&] { slice(s, 0, -1); }), bounds + "[:-1]");
  EXPECT_EQ(panicOf([&] { slice(s, 4); }), bounds + "[4:3]");
  EXPECT_EQ(panicOf([&] { slice(s, 2, 1); }), bounds + "[2:1]");
  EXPECT_EQ(panicOf([&] { slice(s, 0, 6); }), bounds + "[:6] with capacity 5");
  EXPECT_EQ(panicOf([&] { slice(text, 5); }), bounds + "[5:3]");
  EXPECT_EQ(panicOf([&] { slice(text, 0, 5); }), bounds + "[:5] with length 3");
  EXPECT_EQ(panicOf([&] { slice(a, 0, 5); }), bounds + "[:5] with length 3");
  EXPECT_EQ(panicOf([&] { slice3(a, 0, 2, 5); }), bounds + "[::5] with length 3");
  EXPECT_EQ(panicOf([&] { slice3(s, 0, 2, 6); }), bounds + "[::6] with capacity 5");
  EXPECT_EQ(panicOf([&] { slice3(s, 0, 1, -1); }), bounds + "[::-1]");
  EXPECT_EQ(panicOf([&] { slice3(s, 0, -1, 1); }), bounds + "[:-1:]");
  EXPECT_EQ(panicOf([&] { slice3(s, -1, 0, 1); }), bounds + "[-1::]");
  EXPECT_EQ(panicOf([&] { slice3(s, 0, 3, 2); }), bounds + "[:3:2]");
  EXPECT_EQ(panicOf([&] { slice3(s, 2, 1, 2); }), bounds + "[2:1:]");
  EXPECT_EQ(panicOf([&] { slice(Ptr<Array<Int, 3>>(), 0); }),
            "runtime error: invalid memory address or nil pointer dereference");
}

TEST(ValuePanics, Elements) {
  Slice<Int> s = makeSlice<Int>(3);
  Array<Int, 2> a{};
  EXPECT_EQ(panicOf([&] { s[3] = 1; }), "runtime error: index out of range [3] with length 3");
  EXPECT_EQ(panicOf([&] { a[-1] = 1; }), "runtime error: index out of range [-1]");
  EXPECT_EQ(panicOf([&] { (void)"ab"_s[2]; }),
            "runtime error: index out of range [2] with length 2");
}

TEST(ValuePanics, MakeAndConvert) {
  EXPECT_EQ(panicOf([] { makeSlice<Int>(-1); }), "runtime error: makeslice: len out of range");
  EXPECT_EQ(panicOf([] { makeSlice<Int>(Int(1) << 60); }),
            "runtime error: makeslice: len out of range");
  EXPECT_EQ(panicOf([] { makeSlice<Int>(2, 1); }), "runtime error: makeslice: cap out of range");
  EXPECT_EQ(panicOf([] { makeSlice<Int>(0, -1); }), "runtime error: makeslice: cap out of range");
  EXPECT_EQ(panicOf([] { toArray<Int, 4>(makeSlice<Int>(2)); }),
            "runtime error: cannot convert slice with length 2 to array or pointer to array with "
            "length 4");
}

TEST(ValuePanics, Arithmetic) {
  EXPECT_EQ(panicOf([] { mg::div(Int(1), Int(0)); }), "runtime error: integer divide by zero");
  EXPECT_EQ(panicOf([] { rem(Uint8(1), Uint8(0)); }), "runtime error: integer divide by zero");
  EXPECT_EQ(panicOf([] { shl(Int(1), Int(-1)); }), "runtime error: negative shift amount");
  EXPECT_EQ(panicOf([] { shr(Int(1), Int8(-1)); }), "runtime error: negative shift amount");
}

TEST(ValuePanics, Maps) {
  const Type ints = describe::slice(type_int, "[]int"_s);
  const Type anyInt = describe::map(type_any, type_int, "map[interface {}]int"_s);
  Map<Int, Int> none;
  EXPECT_EQ(panicOf([&] { none.slot(1) = 1; }), "assignment to entry in nil map");
  Any key = toAny(ints, Slice<Int>{});
  auto map = makeMap<Any, Int>(anyInt);
  EXPECT_EQ(panicOf([&] { map.get(key); }), "hash of unhashable type: []int");
  EXPECT_EQ(panicOf([&] { map.slot(key) = 1; }), "runtime error: hash of unhashable type []int");
  EXPECT_EQ(panicOf([&] { (Map<Any, Int>()).get(key); }), "hash of unhashable type: []int");
  map.slot(toAny(type_int, Int(1))) = 1; // not marked as being written
  EXPECT_EQ(panicOf([&] { map.get(key); }), "runtime error: hash of unhashable type []int");
  EXPECT_EQ(panicOf([&] { (void)(key == key); }),
            "runtime error: comparing uncomparable type []int");
}

TEST(ValuePanics, Assertions) {
  Any text = toAny(type_string, "x"_s);
  EXPECT_EQ(panicOf([&] { assertType<Int>(type_any, text, type_int); }),
            "interface conversion: interface {} is string, not int");
  EXPECT_EQ(panicOf([&] { assertType<Int>(type_any, Any{}, type_int); }),
            "interface conversion: interface {} is nil, not int");
  EXPECT_EQ(panicOf([&] { assertType<Int>(type_error, Any{}, type_int); }),
            "interface conversion: error is nil, not int");
  EXPECT_EQ(panicOf([&] { assertIface<ErrorMethods>(text, type_error); }),
            "interface conversion: string is not error: missing method Error");
  EXPECT_EQ(panicOf([&] { assertIface<ErrorMethods>(Any{}, type_error); }),
            "interface conversion: interface is nil, not error");
  Type one = describe::named(type_int, "main.T"_s);
  Type other = one;
  other.pkgPath = "other/main"_s;
  EXPECT_EQ(panicOf([&] { assertType<Int>(type_any, toAny(one, Int(1)), other); }),
            "interface conversion: interface {} is main.T, not main.T (types from different "
            "packages)");
  EXPECT_EQ(assertType<String>(type_any, text, type_string).len, 1);
  EXPECT_FALSE((assertTypeOk<Int>(text, type_int).r1));
  EXPECT_FALSE((assertIfaceOk<ErrorMethods>(text, type_error).r1));
}

} // namespace
