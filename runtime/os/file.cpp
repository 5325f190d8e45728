// Package os: system calls on files and directories. Each returns the number of the error, 0 if
// there is none, and is repeated when a signal interrupts it.
#include "minigo/results.h"
#include "minigo/slice.h"
#include "runtime/os/text.h"
#include "runtime/panic/signal.h"
#include "runtime/sched/scheduler.h"

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace go::os {

using mg::Byte;
using mg::Int;
using mg::Int64;
using mg::Results;
using mg::Slice;
using mg::String;
using mg::Uint32;
using mg::os::cString;
using mg::os::goString;

Results<Int, Int> sysOpen(String name, Int flag, Uint32 perm);
Int sysClose(Int fd);
Results<Int, Int> sysRead(Int fd, Slice<Byte> b);
Results<Int, Int> sysWrite(Int fd, Slice<Byte> b);
Results<Int, Int> sysReadAt(Int fd, Slice<Byte> b, Int64 offset);
Results<Int, Int> sysWriteAt(Int fd, Slice<Byte> b, Int64 offset);
Results<Int64, Int> sysSeek(Int fd, Int64 offset, Int whence);

namespace {

// The result of call(), or -1 and the error.
template <class Call>
Results<Int, Int> repeated(Call call) {
  for (;;) {
    const Int result =
        mg::sched::blocking([=] { return mg::sched::resultOrError(int64_t(call())); });
    if (result >= 0) return {result, 0};
    if (result != -EINTR) return {0, -result};
  }
}

// Writes all of b, piece by piece; or a part, with EAGAIN where the descriptor does not block.
template <class Call>
Results<Int, Int> writeAll(Slice<Byte> b, Call write) {
  Int done = 0;
  while (done < b.len) {
    auto [n, error] = repeated([=] { return write(done); });
    if (error) return {done, error};
    done += n;
  }
  return {done, 0};
}

} // namespace

Results<Int, Int> sysOpen(String name, Int flag, Uint32 perm) {
  const char* path = cString(name);
  return repeated([=] { return ::open(path, int(flag) | O_CLOEXEC, perm); });
}

Int sysClose(Int fd) { return ::close(int(fd)) == 0 ? 0 : errno; }

Results<Int, Int> sysRead(Int fd, Slice<Byte> b) {
  return repeated([=] { return ::read(int(fd), b.ptr, size_t(b.len)); });
}

Results<Int, Int> sysWrite(Int fd, Slice<Byte> b) {
  auto [done, error] =
      writeAll(b, [=](Int done) { return ::write(int(fd), b.ptr + done, size_t(b.len - done)); });
  if (error == EPIPE) mg::panics::endIfStandard(int(fd));
  return {done, error};
}

Results<Int, Int> sysReadAt(Int fd, Slice<Byte> b, Int64 offset) {
  return repeated([=] { return ::pread(int(fd), b.ptr, size_t(b.len), offset); });
}

Results<Int, Int> sysWriteAt(Int fd, Slice<Byte> b, Int64 offset) {
  return writeAll(b, [=](Int done) {
    return ::pwrite(int(fd), b.ptr + done, size_t(b.len - done), offset + done);
  });
}

Results<Int64, Int> sysSeek(Int fd, Int64 offset, Int whence) {
  return repeated([=] { return ::lseek(int(fd), offset, int(whence)); });
}

} // namespace go::os
