// The panics of slice expressions. Which bound is named follows the order in which Go checks them:
// the outermost first.
#include "minigo/panic.h"
#include "minigo/slice.h"
#include "minigo/string.h"
#include "minigo/unsafe.h"
#include "runtime/panic/runtime_error.h"
#include "runtime/value/text.h"

namespace mg {

namespace {

[[noreturn]] void panicWith(const Text& text) { panics::panicBounds(text.str()); }

// " with capacity 3"; a negative bound is out of any range, so Go leaves the limit out.
void addLimit(Text& text, Int bound, Int limit, bool isCap) {
  if (bound < 0) return;
  text.add(isCap ? " with capacity "_s : " with length "_s);
  text.addInt(limit);
}

} // namespace

void panicSlice(Int low, Int high, Int limit, bool isCap) {
  Text text;
  text.add("slice bounds out of range ["_s);
  if (Uint(high) > Uint(limit)) {
    text.add(":"_s);
    text.addInt(high);
    text.add("]"_s);
    addLimit(text, high, limit, isCap);
  } else {
    text.addInt(low);
    text.add(":"_s);
    if (low >= 0) text.addInt(high);
    text.add("]"_s);
  }
  panicWith(text);
}

void panicSlice3(Int low, Int high, Int max, Int limit, bool isCap) {
  Text text;
  text.add("slice bounds out of range ["_s);
  if (Uint(max) > Uint(limit)) {
    text.add("::"_s);
    text.addInt(max);
    text.add("]"_s);
    addLimit(text, max, limit, isCap);
  } else if (Uint(high) > Uint(max)) {
    text.add(":"_s);
    text.addInt(high);
    text.add(":"_s);
    if (high >= 0) text.addInt(max);
    text.add("]"_s);
  } else {
    text.addInt(low);
    text.add(":"_s);
    if (low >= 0) text.addInt(high);
    text.add(":]"_s);
  }
  panicWith(text);
}

void panicSliceToArray(Int length, Int want) {
  Text text;
  text.add("cannot convert slice with length "_s);
  text.addInt(length);
  text.add(" to array or pointer to array with length "_s);
  text.addInt(want);
  panicWith(text);
}

void panicUnsafeSlice(bool isNil) {
  panicRuntimeError(isNil ? "unsafe.Slice: ptr is nil and len is not zero"_s
                          : "unsafe.Slice: len out of range"_s);
}

void panicUnsafeString(bool isNil) {
  panicRuntimeError(isNil ? "unsafe.String: ptr is nil and len is not zero"_s
                          : "unsafe.String: len out of range"_s);
}

} // namespace mg
