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

Uintptr blockSize(Uintptr size) {
  constexpr Uintptr count = sizeof(kSizeClasses) / sizeof(kSizeClasses[0]);
  Uintptr low = 0;
  Uintptr high = count;
  while (low < high) {
    Uintptr middle = (low + high) / 2;
    if (kSizeClasses[middle] < size)
      low = middle + 1;
    else
      high = middle;
  }
  return low < count ? kSizeClasses[low] : 0;
}

} // namespace

Uintptr roundUpToSizeClass(Uintptr size, bool pointerFree) {
  Uintptr header = !pointerFree && size > kLargestWithoutHeader ? kHeader : 0;
  if (Uintptr block = blockSize(size + header)) return block - header;
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
