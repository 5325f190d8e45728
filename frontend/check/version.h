// Language versions (spec: Language versions).
#pragma once

#include "llvm/ADT/StringRef.h"

#include <climits>
#include <string>

namespace minigo {

// The minor version of Go 1; unset: the newest.
struct GoVersion {
  int minor = INT_MAX;

  bool isSet() const { return minor != INT_MAX; }
  bool atLeast(GoVersion v) const { return minor >= v.minor; }
  std::string str() const { return "go1." + std::to_string(minor); }
};

constexpr GoVersion go1_9{9}, go1_13{13}, go1_14{14}, go1_16{16}, go1_17{17}, go1_18{18},
    go1_20{20}, go1_21{21}, go1_22{22}, go1_23{23}, go1_26{26};
constexpr GoVersion kNewestGo{26};

// "go1.21" or "go1.21.3"; unset if it is not of this form.
inline GoVersion parseGoVersion(llvm::StringRef text) {
  int minor;
  if (!text.consume_front("go1") || (!text.empty() && !text.consume_front("."))) return {};
  if (text.empty()) return GoVersion{0};
  if (text.consumeInteger(10, minor)) return {};
  return GoVersion{minor};
}

} // namespace minigo
