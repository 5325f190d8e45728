#include "frontend/load/go_root.h"

#include "llvm/ADT/ScopeExit.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Program.h"

#include <cstdlib>

namespace minigo {

namespace {

namespace fs = llvm::sys::fs;
namespace ps = llvm::sys::path;

bool hasSources(llvm::StringRef root) {
  llvm::SmallString<256> probe(root);
  ps::append(probe, "src", "errors", "errors.go");
  return !root.empty() && fs::exists(probe);
}

// The answer of `go env GOROOT`.
std::string askGo(const std::string& go) {
  llvm::SmallString<128> answer;
  if (fs::createTemporaryFile("goroot", "txt", answer)) return {};
  auto remove = llvm::make_scope_exit([&] { fs::remove(answer); });
  std::optional<llvm::StringRef> redirects[] = {llvm::StringRef(), answer.str(), llvm::StringRef()};
  if (llvm::sys::ExecuteAndWait(go, {go, "env", "GOROOT"}, std::nullopt, redirects) != 0) return {};
  auto text = llvm::MemoryBuffer::getFile(answer);
  return text ? (*text)->getBuffer().trim().str() : std::string();
}

// <root>/bin/go, perhaps behind symbolic links; where `go` is a script, it must be asked.
std::string rootOfCommand() {
  auto go = llvm::sys::findProgramByName("go");
  if (!go) return {};
  llvm::SmallString<256> real;
  if (!fs::real_path(*go, real)) {
    llvm::StringRef root = ps::parent_path(ps::parent_path(real));
    if (hasSources(root)) return root.str();
  }
  return askGo(*go);
}

// The newest of /usr/share/go-1.N, then the place of Go's own archives.
std::string rootOfSystem() {
  std::string newest;
  int newestMinor = -1;
  std::error_code error;
  for (fs::directory_iterator it("/usr/share", error), end; it != end && !error;
       it.increment(error)) {
    llvm::StringRef name = ps::filename(it->path());
    int minor;
    if (!name.consume_front("go-1.") || name.getAsInteger(10, minor) || minor <= newestMinor)
      continue;
    if (!hasSources(it->path())) continue;
    newestMinor = minor;
    newest = it->path();
  }
  return newest.empty() ? "/usr/local/go" : newest;
}

std::string search() {
  if (const char* variable = std::getenv("GOROOT"); variable && *variable)
    return hasSources(variable) ? variable : "";
  for (std::string root : {rootOfCommand(), rootOfSystem()})
    if (hasSources(root)) return root;
  return {};
}

} // namespace

const std::string& findGoRoot() {
  static const std::string root = search();
  return root;
}

} // namespace minigo
