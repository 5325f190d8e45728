// Text under construction, inside the runtime: starts in the object itself and moves to the
// collected heap when it grows. An object of this class must not be moved.
#pragma once

#include "minigo/string.h"
#include "minigo/types.h"

namespace mg {

class Text {
public:
  Text() : data_(inline_), len_(0), cap_(sizeof(inline_)) {}
  Text(const Text&) = delete;
  Text& operator=(const Text&) = delete;

  // Makes room for count more bytes and returns where they go; commit with advance.
  Byte* reserve(Int count) {
    if (count > cap_ - len_) [[unlikely]]
      grow(count);
    return data_ + len_;
  }
  void advance(Int count) { len_ += count; }

  void add(String s) {
    if (!s.len) return;
    __builtin_memcpy(reserve(s.len), s.ptr, Uintptr(s.len));
    len_ += s.len;
  }
  void addByte(Byte b) {
    *reserve(1) = b;
    ++len_;
  }
  void addRune(Rune r) { advance(encodeRune(reserve(4), r)); }
  void addRepeated(Byte b, Int count) {
    if (count <= 0) return;
    __builtin_memset(reserve(count), b, Uintptr(count));
    len_ += count;
  }
  void addInt(Int64 value);
  void addUint(Uint64 value);

  Int length() const { return len_; }
  Byte* data() { return data_; }
  void truncate(Int length) { len_ = length; }
  // The text where it lies; valid until the next change.
  String view() const { return String(data_, len_); }
  // A copy on the heap.
  String str() const;

private:
  void grow(Int count);

  Byte* data_;
  Int len_;
  Int cap_;
  Byte inline_[256];
};

} // namespace mg
