// The values of basic types of Inputs/fmt/values.go, under their names there.
#pragma once

#include "test/runtime/describe.h"

#include <cmath>
#include <limits>
#include <map>
#include <string>

namespace fmt_values {

using namespace mg;
using Values = std::map<std::string, Any>;

inline const Type MyString = describe::named(type_string, "main.MyString"_s);
inline const Type MyInt = describe::named(type_int, "main.MyInt"_s);
inline const Type MyByte = describe::named(type_uint8, "main.MyByte"_s);
inline const Type bytesType = describe::slice(type_uint8, "[]uint8"_s);
inline const Type bytes3Type = describe::array(type_uint8, 3, "[3]uint8"_s);
inline const Type MyBytes = describe::named(bytesType, "main.MyBytes"_s);
inline const Type myByteSliceType = describe::slice(MyByte, "[]main.MyByte"_s);

inline void addIntegers(Values& v) {
  v["true"] = toAny(type_bool, true);
  v["false"] = toAny(type_bool, false);
  v["int0"] = toAny(type_int, Int(0));
  v["int1"] = toAny(type_int, Int(1));
  v["int-1"] = toAny(type_int, Int(-1));
  v["int42"] = toAny(type_int, Int(42));
  v["int-12345"] = toAny(type_int, Int(-12345));
  v["intmax"] = toAny(type_int, std::numeric_limits<Int>::max());
  v["intmin"] = toAny(type_int, std::numeric_limits<Int>::min());
  v["int8min"] = toAny(type_int8, Int8(-128));
  v["int16"] = toAny(type_int16, Int16(-300));
  v["int64"] = toAny(type_int64, Int64(1234567890123));
  v["uint"] = toAny(type_uint, Uint(77));
  v["uint8"] = toAny(type_uint8, Uint8(255));
  v["uint16"] = toAny(type_uint16, Uint16(65535));
  v["uint32"] = toAny(type_uint32, Uint32(4000000000));
  v["uint64max"] = toAny(type_uint64, std::numeric_limits<Uint64>::max());
  v["uintptr"] = toAny(type_uintptr, Uintptr(0xdeadbeef));
  v["rune"] = toAny(type_int32, Rune('x'));
  v["emoji"] = toAny(type_int32, Rune(0x1F600));
  v["zwsp"] = toAny(type_int32, Rune(0x200b));
  v["toolarge"] = toAny(type_int, Int(0x110000));
  v["surrogate"] = toAny(type_int, Int(0xD800));
  v["newline"] = toAny(type_int32, Rune('\n'));
  v["quote"] = toAny(type_int32, Rune('\''));
  v["myint"] = toAny(MyInt, Int(-9));
}

inline void addFloats(Values& v) {
  auto d = [&](const char* name, Float64 f) { v[name] = toAny(type_float64, f); };
  d("f0", 0);
  d("f-0", -0.0);
  d("f1", 1);
  d("f1.5", 1.5);
  d("f-2.25", -2.25);
  d("f100000", 100000);
  d("f1e6", 1e6);
  d("f1e20", 1e20);
  d("f1e21", 1e21);
  d("f1e-5", 1e-5);
  d("fsmall", 0.000123456);
  d("fbig", 123456789.123);
  d("f1e100", 1e100);
  d("fdenormal", 5e-324);
  d("fmax", std::numeric_limits<Float64>::max());
  d("finf", INFINITY);
  d("f-inf", -INFINITY);
  d("fnan", NAN);
  d("fthird", 1.0 / 3);
  d("f9.995", 9.995);
  d("f0.5", 0.5);
  d("f2.5", 2.5);
  d("f1e23", 1e23);
  auto s = [&](const char* name, Float32 f) { v[name] = toAny(type_float32, f); };
  s("g0.1", 0.1f);
  s("g16777216", 16777216);
  s("gmax", std::numeric_limits<Float32>::max());
  s("gmin", std::numeric_limits<Float32>::denorm_min());
  s("g3.3", 3.3f);
  auto c = [&](const char* name, Complex128 z) { v[name] = toAny(type_complex128, z); };
  c("c12", {1, 2});
  c("c-1.5", {-1.5, -0.5});
  v["c64"] = toAny(type_complex64, Complex64{0.1f, 0.2f});
  c("cinf", {INFINITY, NAN});
  c("c0", {0, -0.0});
}

inline void addTexts(Values& v) {
  auto s = [&](const char* name, String text) { v[name] = toAny(type_string, text); };
  s("sempty", ""_s);
  s("shello", "hello"_s);
  s("sworld", "h\u00e9llo, \u4e16\u754c"_s);
  s("sbad", "a\0b\xff"
            "c"_s);
  s("squotes", "tab\tquote\"back`\n"_s);
  s("sodd", "\u00a0\u200b\ufeff\U0001F600\u2028"_s);
  v["mystring"] = toAny(MyString, "my"_s);
  v["bnil"] = toAny(bytesType, Slice<Byte>{});
  v["bempty"] = toAny(bytesType, makeSlice<Byte>(0));
  v["bhello"] = toAny(bytesType, toBytes("h\u00e9llo\xff"_s));
  v["b3"] = toAny(bytes3Type, Array<Byte, 3>{1, 2, 255});
  v["mybytes"] = toAny(MyBytes, toBytes("abc"_s));
  v["mybyteslice"] = toAny(myByteSliceType, toBytes("\1\2"_s));
}

} // namespace fmt_values
