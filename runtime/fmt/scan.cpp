// What scanning asks of the runtime: standard input, the types of operands.
#include "minigo/func.h"
#include "minigo/iface.h"
#include "minigo/results.h"
#include "minigo/slice.h"
#include "runtime/sched/scheduler.h"

#include <algorithm>
#include <cerrno>
#include <poll.h>
#include <unistd.h>

namespace go::errors {
mg::Error New(mg::String text);
}

namespace go::os {
void takeStandardInput(mg::Func<mg::Results<mg::Int, mg::Error>(mg::Slice<mg::Byte>)> read);
}

namespace go::io {
extern mg::Error EOF_;
} // namespace go::io

namespace go::fmt {

using mg::Any;
using mg::Byte;
using mg::Error;
using mg::Float64;
using mg::Int;
using mg::Kind;
using mg::Results;
using mg::Slice;
using mg::String;

Results<Int, Error> readStandardInput(Slice<Byte> p);
Results<void*, Int, Int, String> target(Any arg);

Float64 scaled(Float64 value, Int exponent);

namespace {

// Of package os, if the program has it: os.Stdin may be another file by then. Set before any
// goroutine but the first one runs.
mg::Func<Results<Int, Error>(Slice<Byte>)> standardInput;

} // namespace

Float64 scaled(Float64 value, Int exponent) {
  constexpr Int kLimit = 10000; // gives zero or infinity
  return __builtin_ldexp(value, int(std::clamp(exponent, -kLimit, kLimit)));
}

Results<Int, Error> readStandardInput(Slice<Byte> p) {
  if (standardInput != nullptr) return standardInput(p);
  for (;;) {
    const Int n = mg::sched::blocking([=] {
      pollfd request{STDIN_FILENO, POLLIN, 0};
      ::poll(&request, 1, -1); // a failure shows when it is used
      return mg::sched::resultOrError(::read(STDIN_FILENO, p.ptr, size_t(p.len)));
    });
    if (n > 0) return {n, Error{}};
    if (n == 0) return {0, io::EOF_};
    if (n != -EINTR && n != -EAGAIN)
      return {0, errors::New(String("read /dev/stdin: input/output error", 35))};
  }
}

Results<void*, Int, Int, String> target(Any arg) {
  constexpr Int kBytes = 100;
  if (!arg.type || arg.type->kind != Kind::Pointer)
    return {nullptr, -1, 0, arg.type ? arg.type->name : String("<nil>", 5)};
  const mg::Type* elem = arg.type->elem;
  Int kind = 0;
  if (elem->kind <= Kind::Complex128 || elem->kind == Kind::String) kind = Int(elem->kind);
  if (elem->kind == Kind::Slice && elem->elem->kind == Kind::Uint8) kind = kBytes;
  return {arg.data, kind, Int(elem->size), arg.type->name};
}

} // namespace go::fmt

namespace go::os {
void takeStandardInput(mg::Func<mg::Results<mg::Int, mg::Error>(mg::Slice<mg::Byte>)> read) {
  fmt::standardInput = read;
}
} // namespace go::os
