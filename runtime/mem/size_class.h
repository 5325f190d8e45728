// Sizes of small objects. A class is a number from 1 on; steps are 16 bytes up to 128, then an
// eighth of the power of two below, so that at most an eighth of an object is lost.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace mg::mem {

inline constexpr size_t kGranule = 16; // alignment of every object
inline constexpr size_t kPageBytes = 8192;
inline constexpr size_t kMaxSmall = size_t{32} << 10;
inline constexpr unsigned kClasses = 73; // 0 is none

// REQUIRES: 0 < size <= kMaxSmall.
constexpr unsigned classOf(size_t size) {
  if (size <= 128) return unsigned((size + kGranule - 1) / kGranule);
  size_t last = size - 1;
  unsigned top = 63 - unsigned(__builtin_clzl(last));
  return 9 + (top - 7) * 8 + unsigned(last >> (top - 3) & 7);
}

struct ClassInfo {
  uint32_t bytes;    // of an object
  uint32_t pages;    // of a span
  uint32_t objects;  // in a span
  uint64_t multiply; // (granules from the span's start * multiply) >> 32 is the object's number
};

constexpr ClassInfo makeClassInfo(size_t bytes) {
  size_t least = bytes <= 1024 ? 16 : 4;
  size_t pages = 1;
  for (;; ++pages) {
    size_t all = pages * kPageBytes;
    if (all / bytes >= least && all % bytes * 8 <= all) break;
  }
  size_t granules = bytes / kGranule;
  // Granules of a span times the error stay below 2^32: exact.
  uint64_t multiply = ((uint64_t{1} << 32) + granules - 1) / granules;
  return {uint32_t(bytes), uint32_t(pages), uint32_t(pages * kPageBytes / bytes), multiply};
}

constexpr std::array<ClassInfo, kClasses> makeClasses() {
  std::array<ClassInfo, kClasses> all{};
  for (unsigned c = 1; c <= 8; ++c)
    all[c] = makeClassInfo(c * kGranule);
  for (unsigned c = 9; c < kClasses; ++c) {
    size_t half = size_t{128} << (c - 9) / 8;
    all[c] = makeClassInfo(half + half / 8 * ((c - 9) % 8 + 1));
  }
  return all;
}
inline constexpr std::array<ClassInfo, kClasses> kClassInfo = makeClasses();

// The number of the object that contains the byte at this distance from its span; too large behind
// the last one.
inline uint32_t objectNumber(const ClassInfo& info, size_t distance) {
  return uint32_t(distance / kGranule * info.multiply >> 32);
}

static_assert(classOf(kMaxSmall) == kClasses - 1);
static_assert(kClassInfo[classOf(kMaxSmall)].bytes == kMaxSmall);
static_assert(kClassInfo[classOf(129)].bytes == 144 && kClassInfo[classOf(1025)].bytes == 1152);

} // namespace mg::mem
