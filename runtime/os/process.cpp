// Package os: the process itself.
#include "minigo/go.h"
#include "minigo/results.h"
#include "minigo/slice.h"
#include "minigo/string.h"
#include "runtime/os/text.h"
#include "runtime/sched/program.h"

#include <cerrno>
#include <cstring>
#include <unistd.h>

namespace go::os {

void Exit(mg::Int code);
mg::Slice<mg::String> runtimeArgs();
mg::Results<mg::String, mg::Int> hostname();
mg::Results<mg::String, mg::Int> executable();

void Exit(mg::Int code) { mg::exitProgram(code); }

mg::Slice<mg::String> runtimeArgs() {
  int count = mg::sched::programArgumentCount();
  char** values = mg::sched::programArguments();
  mg::Slice<mg::String> args = mg::makeSlice<mg::String>(count);
  for (int i = 0; i < count; ++i)
    args.ptr[i] =
        mg::String(reinterpret_cast<const mg::Byte*>(values[i]), mg::Int(strlen(values[i])));
  return args;
}

mg::Results<mg::String, mg::Int> hostname() {
  char name[256];
  if (::gethostname(name, sizeof name) != 0) return {{}, errno};
  return {mg::os::goString(name), 0};
}

mg::Results<mg::String, mg::Int> executable() {
  char path[4096];
  ssize_t length = ::readlink("/proc/self/exe", path, sizeof path - 1);
  if (length < 0) return {{}, errno};
  path[length] = 0;
  return {mg::os::goString(path), 0};
}

} // namespace go::os
