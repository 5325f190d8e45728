#include "runtime/sched/deadlock.h"

#include "runtime/base/stderr_writer.h"
#include "runtime/panic/fatal.h"
#include "runtime/panic/last_words.h"
#include "runtime/sched/preempt.h"
#include "runtime/sched/scheduler.h"

#include <unistd.h>

namespace mg::sched {

void reportDeadlock() {
  while (isEnding()) // the program has sent the signal itself: the monitor ends it
    pause();
  panics::claimEnd();
  {
    base::StderrWriter out;
    out.text(goroutineCount() == 0 && mainHasGoneExit()
                 ? "fatal error: no goroutines (main called runtime.Goexit) - deadlock!\n"
                 : "fatal error: all goroutines are asleep - deadlock!\n");
    panics::printGoroutines(out, nullptr);
  }
  panics::endProcess(2);
}

} // namespace mg::sched
