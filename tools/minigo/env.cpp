// minigo env: what the environment decides, and what it decided.
#include "tools/minigo/cache.h"
#include "tools/minigo/compile_progress.h"
#include "tools/minigo/driver.h"
#include "tools/minigo/errors.h"

#include "frontend/load/go_mod.h"
#include "frontend/load/go_root.h"

#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/raw_ostream.h"

#include <cstdlib>
#include <map>
#include <utility>
#include <vector>

namespace minigo {
namespace {

std::string fromEnvironment(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

std::string goModFile() {
  llvm::SmallString<256> here;
  llvm::sys::fs::current_path(here);
  const std::optional<GoMod> module = findGoMod(here);
  return module ? module->directory + "/go.mod" : "/dev/null"; // what the go command says
}

std::string goWorkFile() {
  llvm::SmallString<256> here;
  llvm::sys::fs::current_path(here);
  const std::string named = fromEnvironment("GOWORK");
  if (!named.empty()) return named;
  const std::optional<GoMod> work = findGoWork(here);
  return work ? work->directory + "/go.work" : std::string();
}

std::string shellQuoted(llvm::StringRef text) {
  std::string quoted = "'";
  for (char c : text)
    quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return quoted + "'";
}

using Variable = std::pair<llvm::StringRef, std::string>;

// As the go command: nothing for what is unknown.
std::string valueOf(llvm::ArrayRef<Variable> variables, llvm::StringRef wanted) {
  for (const auto& [name, value] : variables)
    if (name == wanted) return value;
  return {};
}

void printJson(llvm::ArrayRef<Variable> variables, Arguments wanted) {
  std::map<std::string, std::string> chosen;
  if (wanted.empty()) chosen.insert(variables.begin(), variables.end());
  for (llvm::StringRef name : wanted)
    chosen[name.str()] = valueOf(variables, name);
  llvm::StringRef separator = "{\n\t";
  for (const auto& [name, value] : chosen) {
    llvm::outs() << separator << llvm::json::Value(name) << ": " << llvm::json::Value(value);
    separator = ",\n\t";
  }
  llvm::outs() << (chosen.empty() ? "{}\n" : "\n}\n");
}

} // namespace

int envCommand(Arguments args) {
  const InstallLayout layout = installLayout();
  CxxToolchain toolchain(layout, {});
  const bool hasCompiler = toolchain.find(/*quiet=*/true) == 0;
  const std::vector<Variable> variables = {
      {"CXX", hasCompiler ? toolchain.name() : ""},
      {"GOARCH", "amd64"},
      {"GOFLAGS", fromEnvironment("GOFLAGS")},
      {"GOMOD", goModFile()},
      {"GOOS", "linux"},
      {"GOROOT", findGoRoot()},
      {"GOVERSION", kNewestGoVersion},
      {"GOWORK", goWorkFile()},
      {"MINIGO_CACHE", Cache::defaultDirectory()},
      {"MINIGO_PROGRESS", std::to_string(progressInterval())},
      {"MINIGO_RUNTIME", layout.runtimeLibrary},
      {"MINIGO_VERSION", MINIGO_VERSION},
  };
  bool asJson = false;
  while (!args.empty() && llvm::StringRef(args.front()).starts_with("-")) {
    const llvm::StringRef flag = args.front();
    if (flag == "-w" || flag == "-u")
      return fail("env " + flag + ": variables are set in the environment only");
    if (flag != "-json" && flag != "--json") {
      llvm::errs() << "flag provided but not defined: " << flag
                   << "\nusage: minigo env [-json] [variables]\n";
      return 2;
    }
    asJson = true;
    args = args.drop_front();
  }
  for (llvm::StringRef wanted : args)
    if (wanted.contains('='))
      return fail("invalid variable name \"" + wanted +
                  "\": variables are set in the environment only");
  if (asJson) {
    printJson(variables, args);
    return 0;
  }
  if (args.empty()) {
    for (const auto& [name, value] : variables)
      llvm::outs() << name << '=' << shellQuoted(value) << '\n';
    return 0;
  }
  for (llvm::StringRef wanted : args)
    llvm::outs() << valueOf(variables, wanted) << '\n';
  return 0;
}

} // namespace minigo
