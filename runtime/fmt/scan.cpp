// What scanning asks of the runtime: standard input, the types of operands.
#include "minigo/iface.h"
#include "minigo/results.h"
#include "minigo/slice.h"
#include "runtime/errors/io_errors.h"

#include <cerrno>
#include <unistd.h>

namespace go::errors {
mg::Error New(mg::String text);
}

namespace go::fmt {

using mg::Any;
using mg::Byte;
using mg::Error;
using mg::Int;
using mg::Kind;
using mg::Results;
using mg::Slice;
using mg::String;

Error endOfFile();
Error unexpectedEndOfFile();
Results<Int, Error> readStandardInput(Slice<Byte> p);
Results<void*, Int, Int, String> target(Any arg);

Error endOfFile() { return mg::errors::endOfFile(); }

Error unexpectedEndOfFile() { return mg::errors::unexpectedEndOfFile(); }

Results<Int, Error> readStandardInput(Slice<Byte> p) {
  for (;;) {
    ssize_t n = ::read(STDIN_FILENO, p.ptr, size_t(p.len));
    if (n > 0) return {n, Error{}};
    if (n == 0) return {0, endOfFile()};
    if (errno != EINTR && errno != EAGAIN)
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
