#include "runtime/base/stderr_writer.h"

#include <cerrno>
#include <unistd.h>

namespace mg::base {

void StderrWriter::flush() {
  size_t done = 0;
  while (done < used_) {
    ssize_t n = write(2, buffer_ + done, used_ - done);
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) break; // standard error is gone: nobody reads this
    done += size_t(n);
  }
  used_ = 0;
}

} // namespace mg::base
