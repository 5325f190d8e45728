// A worker's lists of free heap objects, one per size and kind, filled by heap.cpp. They are
// emptied when a collection starts: what stands in them is then garbage like any other, and swept.
#pragma once

#include <cstddef>

namespace mg::mem {

struct Cache {
  static constexpr size_t kMaxSmall = 2048; // the collector's largest object that shares a block
  static constexpr size_t kClasses = kMaxSmall / 16 + 1;

  void* free[2][kClasses] = {}; // [holds no pointers][size in 16-byte units], linked by first word
};

} // namespace mg::mem
