#include "tools/minigo/compile_progress.h"

#include "llvm/Support/Process.h"
#include "llvm/Support/raw_ostream.h"

#include <cstdlib>

namespace minigo {

unsigned progressInterval() {
  constexpr unsigned kDefault = 30; // builds that one waits for without wondering stay silent
  const char* value = std::getenv("MINIGO_PROGRESS");
  unsigned seconds = kDefault;
  if (!value || llvm::StringRef(value).getAsInteger(10, seconds)) return kDefault;
  return seconds;
}

CompileProgress::CompileProgress(size_t count, bool showsCommands)
    : count_(count), isOn_(!showsCommands),
      isTerminal_(llvm::sys::Process::StandardErrIsDisplayed()), interval_(progressInterval()) {
  if (!isTerminal_ && interval_.count() == 0) isOn_ = false;
  next_ = Clock::now() + (isTerminal_ ? std::chrono::seconds(2) : interval_);
}

CompileProgress::~CompileProgress() {
  if (isShown_) llvm::errs() << "\r\033[K";
}

void CompileProgress::next(llvm::StringRef subject) {
  ++done_;
  if (!isOn_ || Clock::now() < next_) return;
  if (isTerminal_) {
    llvm::errs() << "\r\033[Kcompiling: " << done_ << " of " << count_ << " files …";
    isShown_ = true;
    return;
  }
  if (done_ == count_) return;
  llvm::errs() << "minigo: compiled " << done_ << " of " << count_ << " files, the last of "
               << subject << "; later builds find them in the cache\n";
  next_ = Clock::now() + interval_;
}

} // namespace minigo
