#include "runtime/errors/io_errors.h"

namespace go::errors {
mg::Error New(mg::String text);
}

// In a program with package io these variables are that package's; these are weak.
namespace go::io {
[[gnu::weak]] mg::Error EOF_;
[[gnu::weak]] mg::Error ErrUnexpectedEOF;
} // namespace go::io

namespace mg::errors {

Error endOfFile() {
  if (!go::io::EOF_.tab) go::io::EOF_ = go::errors::New("EOF"_s);
  return go::io::EOF_;
}

Error unexpectedEndOfFile() {
  if (!go::io::ErrUnexpectedEOF.tab) go::io::ErrUnexpectedEOF = go::errors::New("unexpected EOF"_s);
  return go::io::ErrUnexpectedEOF;
}

} // namespace mg::errors

namespace go::embed {
mg::Error endOfFile() { return mg::errors::endOfFile(); }
} // namespace go::embed

namespace go::io_fs {
mg::Error endOfFile() { return mg::errors::endOfFile(); }
} // namespace go::io_fs
