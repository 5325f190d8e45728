#include "runtime/base/stderr_writer.h"

#include <cerrno>
#include <unistd.h>

namespace mg::base {

static int copy = -1;

static void writeAll(int descriptor, const char* bytes, size_t size) {
  while (size > 0) {
    ssize_t n = write(descriptor, bytes, size);
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return; // the file is gone: nobody reads this
    bytes += n;
    size -= size_t(n);
  }
}

void StderrWriter::copyTo(int descriptor) { copy = descriptor; }

void StderrWriter::flush() {
  writeAll(2, buffer_, used_);
  if (copy >= 0) writeAll(copy, buffer_, used_);
  used_ = 0;
}

} // namespace mg::base
