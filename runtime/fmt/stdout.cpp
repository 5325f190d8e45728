#include "runtime/fmt/stdout.h"

#include <errno.h>
#include <poll.h>
#include <string.h>
#include <unistd.h>

#include "minigo/heap.h"
#include "runtime/panic/signal.h"
#include "runtime/sched/scheduler.h"
#include "runtime/sync/go_types.h"
#include "runtime/types/describe.h"
#include "runtime/types/error_value.h"
#include "runtime/value/text.h"

namespace mg::fmt {

namespace {

const Method kMethods[] = {
    {"Error"_s, String(), &type_stringFunc, reinterpret_cast<void (*)()>(&errorText)},
};
constinit const Type kStruct = errorStruct("fs.PathError"_s, "io/fs"_s, sizeof(ErrorText));
const Type kPointer = errorPointer("*fs.PathError"_s, &kStruct, kMethods, 1);

Error writeError(int code) {
  Text text;
  text.add("write /dev/stdout: "_s);
  // Go's texts are those of the system in lower case.
  for (const char* c = strerror(code); *c; ++c)
    text.addByte(*c >= 'A' && *c <= 'Z' ? Byte(*c - 'A' + 'a') : Byte(*c));
  Ptr<ErrorText> error = newObject(ErrorText{text.str()});
  return toIface<ErrorMethods>(type_error, kPointer, error);
}

StandardOutput standardOutput; // set before any goroutine but the first one runs
go::sync::Mutex ownLock{};
go::sync::Mutex* outputLock = &ownLock; // of package os, if there is one

// What one call prints stays together, however many writes it takes.
struct OutputLock {
  OutputLock() { sync::lockMutex(outputLock); }
  ~OutputLock() { sync::unlockMutex(outputLock); }
  OutputLock(const OutputLock&) = delete;
  OutputLock& operator=(const OutputLock&) = delete;
};

void awaitStdout() {
  sched::blocking([] {
    pollfd request{STDOUT_FILENO, POLLOUT, 0};
    return ::poll(&request, 1, -1); // a failure shows when it is used
  });
}

} // namespace

void takeStandardOutput(StandardOutput write, go::sync::Mutex* lock) {
  standardOutput = write;
  outputLock = lock;
}

Results<Int, Error> writeStdout(String text) {
  if (standardOutput != nullptr) {
    const auto [n, error, isDirect] =
        standardOutput(Slice<Byte>{const_cast<Byte*>(text.ptr), text.len, text.len});
    if (!isDirect) return {n, error};
  }
  const OutputLock lock;
  Int done = 0;
  while (done < text.len) {
    const Int n = sched::blocking([=] {
      return sched::resultOrError(::write(STDOUT_FILENO, text.ptr + done, size_t(text.len - done)));
    });
    if (n >= 0) {
      done += n;
    } else if (n == -EAGAIN) { // another program has made it so
      awaitStdout();
    } else if (n != -EINTR) {
      if (n == -EPIPE) panics::endIfStandard(STDOUT_FILENO);
      return {done, writeError(int(-n))};
    }
  }
  return {done, Error{}};
}

} // namespace mg::fmt

namespace go::os {
void takeStandardOutput(mg::fmt::StandardOutput write, mg::Ptr<go::sync::Mutex> lock) {
  mg::fmt::takeStandardOutput(write, &*lock);
}
} // namespace go::os
