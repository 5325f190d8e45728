#include "runtime/base/check.h"

#include "runtime/base/stderr_writer.h"

#include <unistd.h>

namespace mg::base {

void internalError(const char* text, const char* file, int line) {
  {
    StderrWriter out;
    out.text("fatal error: minigo runtime: ").text(text).text(" (").text(file).text(":");
    out.number(line).text(")\n");
  }
  _exit(2);
}

} // namespace mg::base
