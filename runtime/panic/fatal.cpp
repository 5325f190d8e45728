#include "runtime/panic/fatal.h"

#include "minigo/panic.h"
#include "minigo/string.h"
#include "runtime/base/sanitizer.h"
#include "runtime/base/stderr_writer.h"
#include "runtime/panic/last_words.h"
#include "runtime/panic/panic.h"
#include "runtime/panic/traceback.h"
#include "runtime/sched/scheduler.h"
#include "runtime/sched/slot.h"
#include "runtime/sched/stop_world.h"

#include <atomic>
#include <cstdlib>
#include <cstring>
#include <sys/syscall.h>
#include <unistd.h>

namespace mg {

namespace panics {

void fatal(const char* text) {
  fatal(String(reinterpret_cast<const Byte*>(text), Int(strlen(text))));
}

static std::atomic<int> crashOutput{-1};

int setCrashOutput(int descriptor) { return crashOutput.exchange(descriptor); }

void claimEnd() {
  static std::atomic<long> owner{0};
  long self = syscall(SYS_gettid), nobody = 0;
  if (owner.compare_exchange_strong(nobody, self)) {
    base::StderrWriter::copyTo(crashOutput.load());
    return;
  }
  if (nobody == self) return;
  for (;;)
    pause();
}

void beginLastWords() {
  claimEnd();
  static bool isFrozen = false; // the owner's alone
  if (!isFrozen) sched::tryStopWorld();
  isFrozen = true;
}

void endProcess(int status) {
  // _exit: handlers of atexit are C code that Go programs do not have, and other workers still run.
  _exit(status);
}

void fatal(String text) {
  beginLastWords();
  base::StderrWriter().text("fatal error: ").bytes(text.ptr, size_t(text.len)).text("\n");
  endWithTraces([] {
    sched::G* g = sched::hasWorker() ? sched::currentG() : nullptr;
    if (g && g->slot && g->slot->contains(__builtin_frame_address(0)))
      printRunningGoroutine();
    else if (g && g->state == sched::State::Running) {
      base::StderrWriter out;
      printGoroutine(out, g); // it stands still while we run on the scheduler's stack
    }
  });
}

} // namespace panics

void fatalError(String text) {
  panics::beginLastWords();
  // In a deferred call: what has happened before, as the values are, for their methods are Go code.
  const sched::G* g = sched::hasWorker() ? sched::currentG() : nullptr;
  if (g && g->panics) {
    panics::markRepeats(g->panics);
    panics::printPanics(g->panics);
    base::StderrWriter().text("\t");
  }
  panics::fatal(text);
}

} // namespace mg
