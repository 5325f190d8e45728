// Package os: the process itself.
#include "minigo/go.h"
#include "minigo/slice.h"
#include "minigo/string.h"
#include "runtime/sched/program.h"

#include <cstring>

namespace go::os {

void Exit(mg::Int code);
mg::Slice<mg::String> runtimeArgs();

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

} // namespace go::os
