// Operators that C++ leaves undefined where Go does not.
#include "minigo/minigo.h"
#include "test/runtime/in_goroutine.h"

#include <gtest/gtest.h>
#include <limits>

using namespace mg;

namespace {

template <class T>
void checkDivision() {
  T least = std::numeric_limits<T>::min();
  EXPECT_EQ(mg::div(least, T(-1)), least);
  EXPECT_EQ(rem(least, T(-1)), T(0));
  EXPECT_EQ(mg::div(T(-7), T(2)), T(-3));
  EXPECT_EQ(rem(T(-7), T(2)), T(-1));
}

TEST(Arith, Division) {
  checkDivision<Int8>();
  checkDivision<Int16>();
  checkDivision<Int32>();
  checkDivision<Int64>();
  EXPECT_EQ(mg::div(Uint8(200), Uint8(7)), 28);
  EXPECT_EQ(rem(Uint64(0) - 1, Uint64(10)), 5u);
}

template <class T>
void checkShifts() {
  constexpr int bits = sizeof(T) * 8;
  T minusOne = T(-1);
  T one = 1;
  for (Uint64 count : {Uint64(0), Uint64(1), Uint64(bits - 1), Uint64(bits), Uint64(bits + 1),
                       Uint64(64), Uint64(1) << 40}) {
    // By the definition: count single steps.
    T left = one;
    T right = minusOne;
    for (Uint64 i = 0; i < count && i < 200; ++i) {
      left = T(left * 2);
      right = minusOne < 0 ? minusOne : T(right / 2);
    }
    EXPECT_EQ(shl(one, count), left) << bits << " by " << count;
    EXPECT_EQ(shr(minusOne, count), right) << bits << " by " << count;
    EXPECT_EQ(shl(one, Int64(count)), left);
    EXPECT_EQ(shr(minusOne, Int64(count)), right);
  }
  EXPECT_EQ(shl(one, Uint8(200)), T(0));
  EXPECT_EQ(shr(one, Int8(100)), T(0));
}

TEST(Arith, Shifts) {
  checkShifts<Int8>();
  checkShifts<Int16>();
  checkShifts<Int32>();
  checkShifts<Int64>();
  checkShifts<Uint8>();
  checkShifts<Uint16>();
  checkShifts<Uint32>();
  checkShifts<Uint64>();
}

TEST(Arith, Complex) {
  Complex128 p = Complex128{1, 2} * Complex128{3, -4};
  EXPECT_TRUE((p == Complex128{11, 2}));
  EXPECT_TRUE((Complex64{1, 2} - Complex64{1, 2} == Complex64{0, 0}));
  EXPECT_TRUE((Complex64{1, 2} / Complex64{1, 2} == Complex64{1, 0}));
}

TEST(Strings, CompareAndConcatenate) {
  EXPECT_TRUE("a"_s < "b"_s);
  EXPECT_TRUE("a"_s < "ab"_s);
  EXPECT_TRUE(String() == ""_s);
  EXPECT_TRUE("\xff"_s > "a"_s);
  String joined = "ab"_s + ""_s + "c"_s;
  EXPECT_TRUE(joined == "abc"_s);
  String same = "x"_s;
  EXPECT_EQ((same + ""_s).ptr, same.ptr); // no copy
  EXPECT_TRUE(runeToString(0x4e16) == "\u4e16"_s);
  EXPECT_TRUE(runeToString(-1) == "\ufffd"_s);
  EXPECT_TRUE(runeToString(0xD800) == "\ufffd"_s);
  EXPECT_TRUE(runeToString(Int64(1) << 32 | 'a') == "\ufffd"_s);
  EXPECT_TRUE(mg::min("b"_s, "a"_s) == "a"_s);
}

TEST(Slices, AppendAndCopy) {
  Slice<Int> s;
  EXPECT_TRUE(appendSlice(s, Slice<Int>{}) == nullptr);
  s = append(s, 1);
  s = append(s, 2, 3, 4);
  EXPECT_EQ(s.len, 4);
  EXPECT_EQ(s.cap, 4);
  s = appendSlice(s, s); // its own elements
  EXPECT_EQ(s.len, 8);
  EXPECT_EQ(s[7], 4);
  EXPECT_EQ(copy(slice(s, 1), s), 7); // overlapping
  EXPECT_EQ(s[1], 1);
  EXPECT_EQ(s[2], 2);
  Slice<Byte> b = appendString(toBytes("ab"_s), "cd"_s);
  EXPECT_TRUE(mg::toString(b) == "abcd"_s);
  EXPECT_EQ(copy(b, "xyz"_s), 3);
  EXPECT_FALSE(toBytes(""_s) == nullptr);
  EXPECT_EQ(slice(s, 8).len, 0);
  EXPECT_EQ(slice3(s, 1, 2, 3).cap, 2);
  clear(s);
  EXPECT_EQ(s[7], 0);
}

} // namespace
