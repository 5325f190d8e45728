// Program start and end.
#include "minigo/go.h"
#include "runtime/base/biased_lock.h"
#include "runtime/base/sanitizer.h"
#include "runtime/panic/fatal.h"
#include "runtime/panic/signal.h"
#include "runtime/sched/preempt.h"
#include "runtime/sched/program.h"
#include "runtime/sched/scheduler.h"
#include "runtime/sched/worker.h"
#include "runtime/sched/workers.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <new>
#include <unistd.h>

namespace mg {

namespace sched {

namespace {

alignas(Worker) unsigned char firstWorker[sizeof(Worker)];
int argumentCount;
char** argumentValues;
const char* buildInformation;

void readEnvironment() {
  const char* text = getenv("GOMAXPROCS");
  long n = text ? atol(text) : 0;
  setWorkerLimit(n > 0 ? n : defaultWorkerLimit());
  if (const char* locks = getenv("MINIGO_LOCKS_TO_BIAS"))
    base::locksToBias = std::clamp<uint32_t>(uint32_t(atol(locks)), 1, base::kMostLocksToBias);
}

// What the program opens must not become its standard input or output.
void openStandardFiles() {
  for (int fd : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
    if (fcntl(fd, F_GETFD) < 0 && errno == EBADF) open("/dev/null", O_RDWR);
}

} // namespace

int programArgumentCount() { return argumentCount; }
char** programArguments() { return argumentValues; }
const char* programBuildInfo() { return buildInformation; }

} // namespace sched

int start(int argc, char** argv, void (*init)(), void (*main)(), const char* buildInfo) {
  using namespace sched;
  argumentCount = argc;
  argumentValues = argv;
  buildInformation = buildInfo;
  openStandardFiles();
  Worker& worker = *new (firstWorker) Worker;
  addFirstWorker(worker);
  if (base::kOwnStacks) findStack(worker); // else there is time until a second worker starts
  worker.stackTop = static_cast<char*>(__builtin_frame_address(0)); // the scheduler runs below
  useWorker(worker);
  panics::installSignalHandlers();
  installPreemptHandler();
  go(
      +[](void (*init)(), void (*main)()) {
        if (init) init();
        main();
        exitProgram(0);
      },
      init, main);
  expectGoStatements();
  readEnvironment(); // main's start alone needs no other worker
  runWorker(worker);
}

void exitProgram(Int status) {
  panics::claimEnd();
  panics::endProcess(int(status));
}

} // namespace mg
