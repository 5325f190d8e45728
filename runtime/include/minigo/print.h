// The print and println built-ins: text to standard error, one write a call.
#pragma once

#include "minigo/chan.h"
#include "minigo/func.h"
#include "minigo/iface.h"
#include "minigo/map.h"
#include "minigo/slice.h"
#include "minigo/string.h"
#include "minigo/types.h"

namespace mg {

// Collects the text of one call; written when full and by flush.
struct PrintLine {
  Int used = 0;
  Byte text[192];

  void addString(String s);
  void addBool(bool value);
  void addInt(Int64 value);
  void addUint(Uint64 value);
  void addHex(Uint64 value);
  void addFloat(Float64 value, int bitSize);
  void addComplex(Complex128 value, int bitSize);
  void addSlice(Int len, Int cap, const void* ptr);
  void addIface(const void* first, const void* second);
  void flush();
};

template <class T>
  requires requires(T value) { value += 1; }
inline void printOne(PrintLine& line, T value) {
  if constexpr (T(0.5) != T(0))
    line.addFloat(value, sizeof(T) * 8);
  else if constexpr (T(-1) < T(0))
    line.addInt(value);
  else
    line.addUint(value);
}
inline void printOne(PrintLine& line, bool value) { line.addBool(value); }
inline void printOne(PrintLine& line, String value) { line.addString(value); }
inline void printOne(PrintLine& line, Complex64 v) { line.addComplex({v.re, v.im}, 32); }
inline void printOne(PrintLine& line, Complex128 value) { line.addComplex(value, 64); }
inline void printOne(PrintLine& line, const void* value) { line.addHex(Uint64(value)); }
inline void printOne(PrintLine& line, Any value) { line.addIface(value.type, value.data); }
template <class T>
inline void printOne(PrintLine& line, Ptr<T> value) {
  line.addHex(Uint64(value.raw));
}
template <class T>
inline void printOne(PrintLine& line, Slice<T> value) {
  line.addSlice(value.len, value.cap, value.ptr);
}
template <class T>
inline void printOne(PrintLine& line, Iface<T> value) {
  line.addIface(value.tab, value.data);
}
inline void printOne(PrintLine& line, void* value) { line.addHex(Uint64(value)); }
template <class K, class V>
inline void printOne(PrintLine& line, Map<K, V> value) {
  line.addHex(Uint64(value.raw));
}
template <class T>
inline void printOne(PrintLine& line, Chan<T> value) {
  line.addHex(Uint64(value.raw));
}
template <class Signature>
inline void printOne(PrintLine& line, Func<Signature> value) {
  line.addHex(Uint64(value.closure));
}

template <class... T>
inline void print(T... values) {
  PrintLine line;
  (printOne(line, values), ...);
  line.flush();
}
template <class... T>
inline void println(T... values) {
  PrintLine line;
  Int count = 0;
  ((count++ ? line.addString(" "_s) : void(), printOne(line, values)), ...);
  line.addString("\n"_s);
  line.flush();
}

} // namespace mg
