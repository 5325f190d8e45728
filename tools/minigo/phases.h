// Where the time of a command goes, for -time.
#pragma once

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/raw_ostream.h"

#include <chrono>
#include <utility>
#include <vector>

namespace minigo {

class Phases {
public:
  // Ends the phase before and begins this one; a phase may come several times.
  void begin(const char* name) {
    end();
    current_ = name;
    start_ = Clock::now();
  }
  void end() {
    if (!current_) return;
    add(current_, Clock::now() - start_);
    current_ = nullptr;
  }
  // One line for each phase, in order, in milliseconds.
  void print(llvm::raw_ostream& os);

private:
  using Clock = std::chrono::steady_clock;
  void add(llvm::StringRef name, Clock::duration time);

  std::vector<std::pair<llvm::StringRef, Clock::duration>> times_;
  const char* current_ = nullptr;
  Clock::time_point start_;
};

} // namespace minigo
