#include "tools/minigo/errors.h"

#include "llvm/Support/raw_ostream.h"

#include <cctype>
#include <cstring>

namespace minigo {

int fail(const llvm::Twine& message) {
  llvm::errs() << "minigo: " << message << '\n';
  return 1;
}

std::string errorText(int errorNumber) {
  std::string text = std::strerror(errorNumber);
  // "Permission denied", but not the acronym of "RPC struct is bad".
  if (text.size() > 1 && !std::isupper(static_cast<unsigned char>(text[1])))
    text[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(text[0])));
  return text;
}

int failOnFile(const llvm::Twine& action, const llvm::Twine& path, std::error_code error) {
  return fail(action + " " + path + ": " + errorText(error.value()));
}

int flushStandardOutput() {
  llvm::raw_fd_ostream& out = llvm::outs();
  out.flush();
  if (!out.has_error()) return 0;
  const std::error_code error = out.error();
  out.clear_error(); // else its destructor ends the process with a crash report
  return failOnFile("cannot write", "standard output", error);
}

} // namespace minigo
