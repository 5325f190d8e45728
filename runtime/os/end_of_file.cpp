// io.EOF, for packages that are part of the runtime while package io is not. In a program with
// package io the variable is that package's; this one is weak.
#include "minigo/iface.h"

namespace go::errors {
mg::Error New(mg::String text);
}
namespace go::io {
[[gnu::weak]] mg::Error EOF_;
}

namespace go::os {

mg::Error endOfFile();

mg::Error endOfFile() {
  if (!io::EOF_.tab) io::EOF_ = errors::New(mg::String("EOF", 3));
  return io::EOF_;
}

} // namespace go::os
