#include "frontend/load/go_mod.h"

#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

#include <cstdlib>
#include <memory>

namespace minigo {

namespace {

namespace ps = llvm::sys::path;
using Words = llvm::SmallVector<std::string, 6>;

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

class Parser {
public:
  // `file`: go.mod or go.work.
  Parser(GoMod& mod, llvm::StringRef text, llvm::StringRef file)
      : mod_(mod), rest_(text), file_(file) {}

  void run() {
    while (!rest_.empty()) {
      ++line_;
      std::tie(last_, rest_) = rest_.split('\n');
      Words words = split(last_);
      if (words.empty()) continue;
      if (!block_.empty() && words[0] == ")")
        block_.clear();
      else if (!block_.empty())
        directive(block_, words);
      else if (words.size() == 2 && words[1] == "(") {
        block_ = words[0];
        blockStart_ = line_;
      } else
        directive(words[0], llvm::ArrayRef<std::string>(words).drop_front());
    }
    if (!block_.empty()) unterminated();
    if (!mod_.problems.empty())
      mod_.problems = ("go: errors parsing " + file_ + ":" + mod_.problems).str();
    else if (mod_.module.empty() && !isWork())
      mod_.problems = "go: error reading go.mod: missing module declaration. To specify the module "
                      "path:\n\tgo mod edit -module=example.com/mod";
  }

private:
  void unterminated() {
    const bool endsLine = rest_.data(); // a split at nothing leaves none
    const unsigned line = endsLine ? line_ + 1 : line_;
    const std::string column = endsLine ? "" : ":" + std::to_string(last_.size() + 1);
    llvm::SmallString<256> path(mod_.directory);
    ps::append(path, file_);
    mod_.problems += ("\n" + file_ + ":" + llvm::Twine(line) + column +
                      ": syntax error (unterminated block started at " + path + ":" +
                      llvm::Twine(blockStart_) + ":1)")
                         .str();
  }

  void problem(const llvm::Twine& text) {
    mod_.problems += ("\n" + file_ + ":" + llvm::Twine(line_) + ": " + text).str();
  }

  // Words are separated by blanks; quoted ones may hold any. A comment ends the line.
  Words split(llvm::StringRef text) {
    Words words;
    for (text = text.ltrim(); !text.empty() && !text.starts_with("//"); text = text.ltrim()) {
      char quote = text[0];
      if (quote == '"' || quote == '`') {
        size_t end = text.find(quote, 1);
        if (end == llvm::StringRef::npos) {
          problem("unexpected newline in string");
          return {};
        }
        words.push_back(text.slice(1, end).str());
        text = text.drop_front(end + 1);
        continue;
      }
      llvm::StringRef word = text.take_until([](char c) { return llvm::isSpace(c); });
      word = word.take_front(word.find("//"));
      words.push_back(word.str());
      text = text.drop_front(word.size());
    }
    return words;
  }

  void directive(llvm::StringRef verb, llvm::ArrayRef<std::string> args) {
    if (isWork() && (verb == "module" || verb == "require")) {
      problem("unknown directive: " + verb);
    } else if (isWork() && verb == "use") {
      if (args.size() != 1) return problem("usage: use local/dir");
      mod_.uses.push_back(args[0]);
    } else if (verb == "module") {
      once("module", mod_.module, args);
    } else if (verb == "go") {
      std::string version;
      if (!mod_.goVersion.empty()) return problem("repeated go statement");
      if (args.size() != 1 || !isGoVersion(args[0]))
        return problem("invalid go version '" + llvm::join(args, " ") +
                       "': must match format 1.23.0");
      mod_.goVersion = "go" + args[0];
    } else if (verb == "require") {
      if (args.size() != 2) return problem("usage: require module/path v1.2.3");
      mod_.requirements.push_back({args[0], args[1]});
    } else if (verb == "replace") {
      replace(args);
    } else if (verb != "exclude" && verb != "retract" && verb != "toolchain" && verb != "godebug" &&
               verb != "tool" && verb != "ignore") {
      problem("unknown directive: " + verb);
    }
  }

  void once(llvm::StringRef verb, std::string& value, llvm::ArrayRef<std::string> args) {
    if (!value.empty()) return problem("repeated " + verb + " statement");
    if (args.size() != 1) return problem("usage: module module/path");
    value = args[0];
  }

  void replace(llvm::ArrayRef<std::string> args) {
    const auto* arrow = llvm::find(args, "=>");
    size_t left = arrow - args.begin(), right = args.end() - arrow;
    ModuleReplacement r;
    if ((left == 1 || left == 2) && (right == 2 || right == 3)) {
      r.path = args[0];
      if (left == 2) r.version = args[1];
      r.target = arrow[1];
      if (right == 3) r.targetVersion = arrow[2];
      mod_.replacements.push_back(std::move(r));
      return;
    }
    problem("usage: replace module/path [v1.2.3] => other/module v1.4\n\t or replace module/path "
            "[v1.2.3] => ../local/directory");
  }

  bool isWork() const { return file_ == "go.work"; }

  GoMod& mod_;
  llvm::StringRef rest_, last_, file_; // what is to be read, the line in work
  std::string block_;                  // the verb of the block that the line is in
  unsigned line_ = 0, blockStart_ = 0;
};

} // namespace

bool ModuleReplacement::isDirectory() const {
  llvm::StringRef t = target;
  return t.starts_with("./") || t.starts_with("../") || t.starts_with("/") || t == "." || t == "..";
}

GoMod parseGoMod(llvm::StringRef text, llvm::StringRef directory) {
  GoMod mod;
  mod.directory = directory.str();
  Parser(mod, text, "go.mod").run();
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
  Parser(work, text, "go.work").run();
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
