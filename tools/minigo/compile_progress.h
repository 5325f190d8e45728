// Says on stderr how far a long build is: the first use of Go's library compiles it.
#pragma once

#include "llvm/ADT/StringRef.h"

#include <chrono>
#include <cstddef>

namespace minigo {

// Seconds between the lines where stderr is no terminal: $MINIGO_PROGRESS, else 30. 0: there are
// none.
unsigned progressInterval();

class CompileProgress {
public:
  // `count`: of files. `showsCommands`: these tell enough.
  CompileProgress(size_t count, bool showsCommands);
  ~CompileProgress();
  CompileProgress(const CompileProgress&) = delete;
  CompileProgress& operator=(const CompileProgress&) = delete;

  // A file of `subject` ("package net/http") is done.
  void next(llvm::StringRef subject);

private:
  using Clock = std::chrono::steady_clock;

  size_t count_, done_ = 0;
  bool isOn_, isTerminal_, isShown_ = false;
  std::chrono::seconds interval_;
  Clock::time_point next_; // when something is told
};

} // namespace minigo
