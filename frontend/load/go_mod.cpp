#include "frontend/load/go_mod.h"

#include "frontend/check/version.h"
#include "frontend/load/go_mod_syntax.h"
#include "frontend/load/godebug.h"
#include "frontend/load/import_path.h"
#include "frontend/load/module_version.h"
#include "frontend/load/shown_path.h"
#include "frontend/types/constant_pool.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

#include <cstdlib>
#include <memory>

namespace minigo {

namespace {

namespace ps = llvm::sys::path;

// 1.21, 1.21.3, 1.21rc1: what may stand behind `go`.
bool isGoVersion(llvm::StringRef text) {
  auto number = [&] {
    llvm::StringRef digits = text.take_while(llvm::isDigit);
    text = text.drop_front(digits.size());
    return !digits.empty() && (digits == "0" || digits[0] != '0');
  };
  if (!number() || !text.consume_front(".") || !number()) return false;
  if (text.consume_front("rc") || text.consume_front("beta")) return number() && text.empty();
  return text.empty() || (text.consume_front(".") && number() && text.empty());
}

// A directive's word, without its quotes. None, and what is wrong, if it is no string.
std::optional<std::string> unquoteWord(llvm::StringRef word, std::string& problem) {
  problem.clear();
  if (word[0] == '"' || word[0] == '`') {
    std::optional<std::string> text = unquote(word);
    if (!text) problem = "invalid quoted string: invalid syntax";
    return text;
  }
  if (word.find_first_of("\"'`") == llvm::StringRef::npos) return word.str();
  problem = "invalid quoted string: unquoted string cannot contain quote";
  return std::nullopt;
}

bool isDirectoryPath(llvm::StringRef path) {
  return path.starts_with("./") || path.starts_with("../") || path.starts_with("/") ||
         path == "." || path == "..";
}

bool mayBeBlockOfModule(llvm::StringRef verb) {
  constexpr llvm::StringLiteral kVerbs[] = {"module",  "godebug", "require", "exclude",
                                            "replace", "retract", "tool",    "ignore"};
  return llvm::is_contained(kVerbs, verb);
}

bool mayBeBlockOfWorkspace(llvm::StringRef verb) {
  return verb == "godebug" || verb == "use" || verb == "replace";
}

// Reads the directives of a file.
class Reader {
public:
  // `file`: go.mod or go.work.
  Reader(GoMod& mod, llvm::StringRef file) : mod_(mod), isWork_(file == "go.work") {
    llvm::SmallString<256> path(mod.directory);
    ps::append(path, file);
    path_ = path.str().str();
    shown_ = shownPath(path_);
  }

  void run(llvm::StringRef text) {
    const GoModSyntax syntax =
        parseGoModSyntax(text, path_, isWork_ ? mayBeBlockOfWorkspace : mayBeBlockOfModule);
    if (!syntax.problem.empty()) {
      problem(syntax.problem, syntax.problemLine, syntax.problemColumn);
    } else {
      for (const GoModLine& block : syntax.unknownBlocks)
        problem("unknown block type: " + block.verb, block.line, block.column);
      for (const GoModLine& line : syntax.lines)
        directive(line);
    }
    conclude();
  }

private:
  void conclude() {
    const GoVersion wanted = parseGoVersion(mod_.goVersion);
    if (wanted.isSet() && !kNewestGo.atLeast(wanted))
      mod_.problems = "go: " + shown_ + " requires go >= " + mod_.goVersion.substr(2) +
                      " (running go " + kNewestGo.str().substr(2) + ")";
    else if (!mod_.problems.empty())
      mod_.problems = "go: errors parsing " + (isWork_ ? "go.work" : shown_) + ":" + mod_.problems;
    else if (mod_.module.empty() && !isWork_)
      mod_.problems = "go: error reading " + shown_ +
                      ": missing module declaration. To specify the module "
                      "path:\n\tgo mod edit -module=example.com/mod";
    else if (const std::string malformed = modulePathProblem(mod_.module);
             !isWork_ && !malformed.empty())
      mod_.problems = "go: " + malformed;
    else if (!unknownSettings_.empty())
      mod_.problems = "go: error loading go.mod:" + unknownSettings_;
  }

  // Columns of 1 are not shown.
  std::string at(unsigned line, unsigned column, const llvm::Twine& text) const {
    const std::string shownColumn = column > 1 ? ":" + std::to_string(column) : "";
    return ("\n" + shown_ + ":" + llvm::Twine(line) + shownColumn + ": " + text).str();
  }
  void problem(const llvm::Twine& text, unsigned line, unsigned column) {
    mod_.problems += at(line, column, text);
  }
  void problem(const llvm::Twine& text) { problem(text, line_->line, line_->column); }

  void directive(const GoModLine& line) {
    line_ = &line;
    llvm::ArrayRef<std::string> words = line.words;
    const llvm::StringRef verb = line.verb;
    if (verb == "go") return goLine(words);
    if (verb == "toolchain") return toolchain(words);
    if (verb == "godebug") return setting(words);
    if (verb == "replace") return replace(words);
    if (isWork_ && verb == "use")
      return one(words, "usage: use local/dir",
                 [&](std::string text) { mod_.uses.push_back(std::move(text)); });
    const bool isKnown = verb == "module" || verb == "require" || verb == "exclude" ||
                         verb == "retract" || verb == "tool" || verb == "ignore";
    if (isWork_ || !isKnown) return problem("unknown directive: " + verb);
    if (verb == "module") return module(words);
    if (verb == "require" || verb == "exclude") return requirement(verb, words);
    if (verb == "retract") return; // for those who require the module
    one(words, verb + " directive expects exactly one argument", [&](std::string text) {
      if (verb == "tool") mod_.tools.push_back(std::move(text));
    });
  }

  // A directive with one string, or else a problem.
  void one(llvm::ArrayRef<std::string> words, const llvm::Twine& usage,
           llvm::function_ref<void(std::string)> take) {
    if (words.size() != 1) return problem(usage);
    std::string why;
    if (std::optional<std::string> text = unquoteWord(words[0], why))
      take(std::move(*text));
    else
      problem(why);
  }

  void module(llvm::ArrayRef<std::string> words) {
    if (hasModule_) return problem("repeated module statement");
    hasModule_ = true;
    one(words, "usage: module module/path",
        [&](std::string text) { mod_.module = std::move(text); });
  }

  void goLine(llvm::ArrayRef<std::string> words) {
    if (!mod_.goVersion.empty()) return problem("repeated go statement");
    if (words.size() != 1) return problem("go directive expects exactly one argument");
    if (!isGoVersion(words[0]))
      return problem("invalid go version '" + words[0] + "': must match format 1.23.0");
    mod_.goVersion = "go" + words[0];
  }

  void toolchain(llvm::ArrayRef<std::string> words) {
    if (words.size() != 1) return problem("toolchain directive expects exactly one argument");
    llvm::StringRef name = words[0];
    if (name != "default" && !(name.consume_front("go1") && (name.empty() || name[0] == '.')))
      problem("invalid toolchain version '" + words[0] +
              "': must match format go1.23.0 or default");
  }

  void setting(llvm::ArrayRef<std::string> words) {
    const llvm::StringRef text = words.size() == 1 ? llvm::StringRef(words[0]) : "";
    const auto [name, value] = text.split('=');
    if (name.size() == text.size() || text.find_first_of("\"`',") != llvm::StringRef::npos)
      return problem("usage: godebug key=value");
    if (name != "default" && !isGodebugSetting(name))
      unknownSettings_ += at(line_->line, 1, "unknown godebug " + quote(name));
    else if (!isGodebugDefault(name, value))
      unknownSettings_ += at(line_->line, 1, "minigo: not supported yet: godebug " + text);
  }

  void requirement(llvm::StringRef verb, llvm::ArrayRef<std::string> words) {
    if (words.size() != 2) return problem("usage: " + verb + " module/path v1.2.3");
    std::string why;
    std::optional<std::string> path = unquoteWord(words[0], why), version;
    if (path) version = unquoteWord(words[1], why);
    if (!version) return problem(why);
    if (checkVersion(verb, *path, *version) && verb == "require")
      mod_.requirements.push_back({*path, *version});
  }

  bool checkVersion(llvm::StringRef verb, llvm::StringRef path, llvm::StringRef version) {
    const std::string why = versionProblem(path, version);
    if (!why.empty()) problem(verb + " " + path + ": version " + why);
    return why.empty();
  }

  void replace(llvm::ArrayRef<std::string> words) {
    const size_t arrow = words.size() >= 2 && words[1] == "=>" ? 1 : 2;
    const size_t behind = words.size() > arrow ? words.size() - arrow - 1 : 0;
    if (behind < 1 || behind > 2 || words[arrow] != "=>")
      return problem("usage: replace module/path [v1.2.3] => other/module v1.4\n\t or replace "
                     "module/path [v1.2.3] => ../local/directory");
    std::string texts[4], why;
    for (size_t i = 0; i < words.size(); ++i) {
      if (i == arrow) continue;
      std::optional<std::string> text = unquoteWord(words[i], why);
      if (!text) return problem(why);
      texts[i < arrow ? i : i - arrow + 1] = std::move(*text);
    }
    const auto& [path, version, target, targetVersion] = texts;
    if (arrow == 2 && !checkVersion("replace", path, version)) return;
    if (std::string problemText = targetProblem(target, targetVersion); !problemText.empty())
      return problem(problemText);
    mod_.replacements.push_back({path, version, target, targetVersion, target});
  }

  static std::string targetProblem(llvm::StringRef target, llvm::StringRef version) {
    if (isDirectoryPath(target) && !version.empty())
      return "replacement module directory path " + quote(target) + " cannot have version";
    if (!version.empty()) {
      const std::string why = versionProblem(target, version);
      return why.empty() ? why : ("replace " + target + ": version " + why).str();
    }
    if (target.contains('\\') && isDirectoryPath(target))
      return "replacement directory appears to be Windows path (on a non-windows system)";
    if (isDirectoryPath(target)) return {};
    if (target.contains('@'))
      return "replacement module must match format 'path version', not 'path@version'";
    return "replacement module without version must be directory path (rooted or starting with . "
           "or ..)";
  }

  GoMod& mod_;
  bool isWork_;
  std::string path_, shown_;
  const GoModLine* line_ = nullptr; // in work
  bool hasModule_ = false;
  std::string unknownSettings_;
};

} // namespace

bool ModuleReplacement::isDirectory() const { return isDirectoryPath(target); }

GoMod parseGoMod(llvm::StringRef text, llvm::StringRef directory) {
  GoMod mod;
  mod.directory = directory.str();
  Reader(mod, "go.mod").run(text);
  if (mod.goVersion.empty()) mod.goVersion = "go1.16";
  return mod;
}

static std::unique_ptr<llvm::MemoryBuffer> readFile(llvm::StringRef directory,
                                                    llvm::StringRef name) {
  llvm::SmallString<256> path(directory);
  ps::append(path, name);
  auto text = llvm::MemoryBuffer::getFile(path);
  return text ? std::move(*text) : nullptr;
}

std::optional<GoMod> readGoMod(llvm::StringRef directory) {
  const std::unique_ptr<llvm::MemoryBuffer> text = readFile(directory, "go.mod");
  return text ? std::optional(parseGoMod(text->getBuffer(), directory)) : std::nullopt;
}

static GoMod parseGoWork(llvm::StringRef text, llvm::StringRef directory) {
  GoMod work;
  work.directory = directory.str();
  Reader(work, "go.work").run(text);
  return work;
}

std::optional<GoMod> findGoWork(llvm::StringRef directory) {
  const char* named = std::getenv("GOWORK");
  const llvm::StringRef file = named ? named : "";
  if (file == "off") return std::nullopt;
  if (!file.empty()) {
    auto text = llvm::MemoryBuffer::getFile(file);
    if (text) return parseGoWork((*text)->getBuffer(), ps::parent_path(file));
    GoMod work;
    std::string why = text.getError().message();
    if (!why.empty()) why[0] = llvm::toLower(why[0]);
    work.problems = ("go: reading go.work: open " + file + ": " + why).str();
    return work;
  }
  for (llvm::StringRef at = directory; !at.empty(); at = ps::parent_path(at))
    if (const std::unique_ptr<llvm::MemoryBuffer> text = readFile(at, "go.work"))
      return parseGoWork(text->getBuffer(), at);
  return std::nullopt;
}

std::optional<GoMod> findGoMod(llvm::StringRef directory) {
  for (llvm::StringRef at = directory; !at.empty(); at = ps::parent_path(at))
    if (std::optional<GoMod> mod = readGoMod(at)) return mod;
  return std::nullopt;
}

} // namespace minigo
