#include "runtime/value/growth.h"

namespace mg {

namespace {

// Measured with a Go program: the capacities of append([]byte(nil), make([]byte, n)...).
constexpr Uint16 kSizeClasses[] = {
    8,     16,    24,    32,    48,    64,    80,    96,    112,   128,   144,   160,
    176,   192,   208,   224,   240,   256,   288,   320,   352,   384,   416,   448,
    480,   512,   576,   640,   704,   768,   896,   1024,  1152,  1280,  1408,  1536,
    1792,  2048,  2304,  2688,  3072,  3200,  3456,  4096,  4864,  5376,  6144,  6528,
    6784,  6912,  8192,  9472,  9728,  10240, 10880, 12288, 13568, 14336, 16384, 18432,
    19072, 20480, 21760, 24576, 27264, 28672, 32768,
};
constexpr Uintptr kPage = 8192;
// Objects with pointers above this size carry a header word inside their block.
constexpr Uintptr kLargestWithoutHeader = 512;
constexpr Uintptr kHeader = 8;

constexpr Uintptr kLargestBlock = 32768;

// Which class is the least that holds a size: found by the size in steps of 8 bytes up to 1 KiB, in
// steps of 128 above, of which all classes are multiples.
constexpr Uintptr kFineStep = 8, kFineEnd = 1024, kStep = 128;
struct ClassOfSize {
  Uint8 fine[kFineEnd / kFineStep + 1] = {};
  Uint8 coarse[(kLargestBlock - kFineEnd) / kStep + 1] = {};

  constexpr ClassOfSize() {
    Uint8 c = 0;
    for (Uintptr i = 0; i <= kFineEnd / kFineStep; ++i) {
      while (kSizeClasses[c] < i * kFineStep)
        ++c;
      fine[i] = c;
    }
    for (Uintptr i = 0; i <= (kLargestBlock - kFineEnd) / kStep; ++i) {
      while (kSizeClasses[c] < kFineEnd + i * kStep)
        ++c;
      coarse[i] = c;
    }
  }
};
constexpr ClassOfSize kClassOfSize;

// REQUIRES: size <= kLargestBlock.
constexpr Uintptr blockSize(Uintptr size) {
  if (size <= kFineEnd) return kSizeClasses[kClassOfSize.fine[(size + kFineStep - 1) / kFineStep]];
  return kSizeClasses[kClassOfSize.coarse[(size - kFineEnd + kStep - 1) / kStep]];
}

constexpr bool areClassesFound() {
  Uintptr below = 0;
  for (Uintptr size : kSizeClasses) {
    if (blockSize(below + 1) != size || blockSize(size) != size) return false;
    below = size;
  }
  return true;
}
static_assert(areClassesFound());

} // namespace

Uintptr roundUpToSizeClass(Uintptr size, bool pointerFree) {
  Uintptr header = !pointerFree && size > kLargestWithoutHeader ? kHeader : 0;
  if (size + header <= kLargestBlock) return blockSize(size + header) - header;
  return (size + kPage - 1) / kPage * kPage;
}

Int grownCapacity(Int oldCap, Int newLen) {
  constexpr Int kDoubleBelow = 256;
  if (newLen > 2 * oldCap) return newLen;
  if (oldCap < kDoubleBelow) return 2 * oldCap;
  Int cap = oldCap;
  while (Uint(cap) < Uint(newLen))
    cap += (cap + 3 * kDoubleBelow) >> 2;
  return cap;
}

} // namespace mg
