// Writes to standard error without allocating: for panics, fatal errors and tracebacks.
#pragma once

#include "runtime/base/text_writer.h"

namespace mg::base {

class StderrWriter final : public TextWriter {
public:
  StderrWriter() : TextWriter(buffer_, sizeof buffer_) {}
  ~StderrWriter() { flush(); }
  void flush();
  // What is written from now on is written to this descriptor, too; none if it is negative.
  static void copyTo(int descriptor);

private:
  void makeRoom() override { flush(); }

  char buffer_[1024];
};

} // namespace mg::base
