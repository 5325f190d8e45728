// minigo env: what the environment decides, and what it decided.
#include "tools/minigo/cache.h"
#include "tools/minigo/driver.h"
#include "tools/minigo/errors.h"

#include "frontend/load/go_mod.h"
#include "frontend/load/go_root.h"

#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/raw_ostream.h"

#include <utility>

namespace minigo {
namespace {

std::string goModFile() {
  llvm::SmallString<256> here;
  llvm::sys::fs::current_path(here);
  const std::optional<GoMod> module = findGoMod(here);
  return module ? module->directory + "/go.mod" : std::string();
}

std::string shellQuoted(llvm::StringRef text) {
  std::string quoted = "'";
  for (char c : text)
    quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return quoted + "'";
}

} // namespace

int envCommand(Arguments args) {
  const InstallLayout layout = installLayout();
  CxxToolchain toolchain(layout, {});
  const bool hasCompiler = toolchain.find(/*quiet=*/true) == 0;
  const std::pair<llvm::StringRef, std::string> variables[] = {
      {"CXX", hasCompiler ? toolchain.name() : ""},
      {"GOARCH", "amd64"},
      {"GOMOD", goModFile()},
      {"GOOS", "linux"},
      {"GOROOT", findGoRoot()},
      {"GOVERSION", kNewestGoVersion},
      {"MINIGO_CACHE", Cache::defaultDirectory()},
      {"MINIGO_RUNTIME", layout.runtimeLibrary},
      {"MINIGO_VERSION", MINIGO_VERSION},
  };
  if (args.empty()) {
    for (const auto& [name, value] : variables)
      llvm::outs() << name << '=' << shellQuoted(value) << '\n';
    return 0;
  }
  for (llvm::StringRef wanted : args) {
    if (wanted.starts_with("-")) {
      llvm::errs() << "flag provided but not defined: " << wanted
                   << "\nusage: minigo env [variables]\n";
      return 2;
    }
    std::string found; // as the go command: nothing for what is unknown
    for (const auto& [name, value] : variables)
      if (name == wanted) found = value;
    llvm::outs() << found << '\n';
  }
  return 0;
}

} // namespace minigo
