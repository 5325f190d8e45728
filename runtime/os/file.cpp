// Package os: system calls on files and directories. Each returns the number of the error, 0 if
// there is none, and is repeated when a signal interrupts it.
#include "minigo/results.h"
#include "minigo/slice.h"
#include "runtime/errors/io_errors.h"
#include "runtime/os/text.h"
#include "runtime/sched/scheduler.h"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
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
Int sysTruncate(Int fd, Int64 size);
Int sysSync(Int fd);
Int sysMkdir(String name, Uint32 perm);
Int sysUnlink(String name);
Int sysRmdir(String name);
Int sysRename(String from, String to);
Int sysChdir(String name);
Int sysChmod(String name, Uint32 perm);
bool sysIsDir(String name);
Results<String, Int> sysGetwd();
Results<Slice<String>, Int> entries(String name);
Results<String, Int> makeTempDir(String prefix);
String errorText(Int number);
mg::Error endOfFile();

mg::Error endOfFile() { return mg::errors::endOfFile(); }

namespace {

// The result of call(), or -1 and the error.
template <class Call>
Results<Int, Int> repeated(Call call) {
  for (;;) {
    Int result = 0, error = 0;
    mg::sched::blocking([&] {
      result = Int(call());
      error = errno;
    });
    if (result >= 0) return {result, 0};
    if (error != EINTR) return {0, error};
  }
}

// Writes all of b, piece by piece.
template <class Call>
Results<Int, Int> writeAll(Slice<Byte> b, Call write) {
  Int done = 0;
  while (done < b.len) {
    auto [n, error] = repeated([&] { return write(done); });
    if (error && error != EAGAIN) return {done, error};
    done += n;
  }
  return {done, 0};
}

} // namespace

Results<Int, Int> sysOpen(String name, Int flag, Uint32 perm) {
  const char* path = cString(name);
  return repeated([&] { return ::open(path, int(flag) | O_CLOEXEC, perm); });
}

Int sysClose(Int fd) { return ::close(int(fd)) == 0 ? 0 : errno; }

Results<Int, Int> sysRead(Int fd, Slice<Byte> b) {
  return repeated([&] { return ::read(int(fd), b.ptr, size_t(b.len)); });
}

Results<Int, Int> sysWrite(Int fd, Slice<Byte> b) {
  return writeAll(b,
                  [&](Int done) { return ::write(int(fd), b.ptr + done, size_t(b.len - done)); });
}

Results<Int, Int> sysReadAt(Int fd, Slice<Byte> b, Int64 offset) {
  return repeated([&] { return ::pread(int(fd), b.ptr, size_t(b.len), offset); });
}

Results<Int, Int> sysWriteAt(Int fd, Slice<Byte> b, Int64 offset) {
  return writeAll(b, [&](Int done) {
    return ::pwrite(int(fd), b.ptr + done, size_t(b.len - done), offset + done);
  });
}

Results<Int64, Int> sysSeek(Int fd, Int64 offset, Int whence) {
  return repeated([&] { return ::lseek(int(fd), offset, int(whence)); });
}

Int sysTruncate(Int fd, Int64 size) {
  return repeated([&] { return ::ftruncate(int(fd), size); }).r1;
}

Int sysSync(Int fd) {
  return repeated([&] { return ::fsync(int(fd)); }).r1;
}

Int sysMkdir(String name, Uint32 perm) { return ::mkdir(cString(name), perm) == 0 ? 0 : errno; }

Int sysUnlink(String name) { return ::unlink(cString(name)) == 0 ? 0 : errno; }

Int sysRmdir(String name) { return ::rmdir(cString(name)) == 0 ? 0 : errno; }

Int sysRename(String from, String to) {
  const char *old = cString(from), *path = cString(to);
  return ::rename(old, path) == 0 ? 0 : errno;
}

Int sysChdir(String name) { return ::chdir(cString(name)) == 0 ? 0 : errno; }

Int sysChmod(String name, Uint32 perm) { return ::chmod(cString(name), perm) == 0 ? 0 : errno; }

bool sysIsDir(String name) {
  struct stat info;
  return ::stat(cString(name), &info) == 0 && S_ISDIR(info.st_mode);
}

Results<String, Int> sysGetwd() {
  char path[4096];
  if (!::getcwd(path, sizeof path)) return {String(), errno};
  return {goString(path), 0};
}

Results<Slice<String>, Int> entries(String name) {
  DIR* dir = ::opendir(cString(name));
  if (!dir) return {{}, errno};
  Slice<String> names;
  while (dirent* entry = ::readdir(dir)) {
    String one = goString(entry->d_name);
    if (!(one == String(".", 1)) && !(one == String("..", 2))) names = mg::append(names, one);
  }
  ::closedir(dir);
  return {names, 0};
}

Results<String, Int> makeTempDir(String prefix) {
  char* path = const_cast<char*>(cString(prefix + String("XXXXXX", 6)));
  if (!::mkdtemp(path)) return {String(), errno};
  return {goString(path), 0};
}

// Go's texts are those of the system in lower case, up to abbreviations such as "I/O".
String errorText(Int number) {
  char* text = const_cast<char*>(cString(goString(strerror(int(number)))));
  if (text[0] >= 'A' && text[0] <= 'Z' && text[1] >= 'a') text[0] = char(text[0] - 'A' + 'a');
  if (number == EIO) memcpy(text, "input/output error", 18);
  return goString(text);
}

} // namespace go::os
