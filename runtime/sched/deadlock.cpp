#include "runtime/sched/deadlock.h"

#include "runtime/base/stderr_writer.h"
#include "runtime/panic/fatal.h"
#include "runtime/panic/last_words.h"
#include "runtime/sched/scheduler.h"

namespace mg::sched {

void reportDeadlock() {
  panics::claimEnd();
  {
    base::StderrWriter out;
    out.text(mainHasGoneExit()
                 ? "fatal error: no goroutines (main called runtime.Goexit) - deadlock!\n"
                 : "fatal error: all goroutines are asleep - deadlock!\n");
    panics::printGoroutines(out, nullptr);
  }
  panics::endProcess(2);
}

} // namespace mg::sched
