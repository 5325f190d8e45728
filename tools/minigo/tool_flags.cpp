#include "tools/minigo/tool_flags.h"

#include "tools/minigo/command_line.h"

#include "frontend/load/go_mod.h"
#include "frontend/load/package_patterns.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

namespace minigo {
namespace {

using Words = std::vector<std::string>;

// The value of -`flag` as words, and the packages that they are for: "pattern=words". The pattern
// is empty where there is none.
std::string split(llvm::StringRef flag, llvm::StringRef text, Words& words, std::string& packages) {
  text = text.trim();
  if (!text.empty() && text[0] != '-' && text[0] != '\'' && text[0] != '"') {
    const auto [pattern, rest] = text.split('=');
    if (pattern.size() == text.size())
      return ("invalid value \"" + text + "\" for flag -" + flag +
              ": missing =<value> in <pattern>=<value>")
          .str();
    packages = pattern.str();
    text = rest.trim();
  }
  char missing = 0;
  if (std::optional<Words> split = splitQuoted(text, missing)) {
    words = std::move(*split);
    return {};
  }
  return ("invalid value \"" + text + "\" for flag -" + flag + ": unterminated " +
          llvm::StringRef(&missing, 1) + " string")
      .str();
}

std::string addString(llvm::StringRef definition, LinkFlags& flags) {
  const auto [variable, value] = definition.split('=');
  const size_t dot = variable.rfind('.');
  if (variable.size() == definition.size() || dot == llvm::StringRef::npos)
    return "-X flag requires argument of the form importpath.name=value";
  flags.strings.push_back(
      {variable.take_front(dot).str(), variable.drop_front(dot + 1).str(), value.str()});
  return {};
}

std::string addSystemFlags(llvm::StringRef text, LinkFlags& flags) {
  Words words;
  std::string packages;
  if (std::string problem = split("extldflags", text, words, packages); !problem.empty())
    return problem;
  for (std::string& word : words) {
    if (word == "-static")
      flags.isStatic = true;
    else
      flags.systemFlags.push_back(std::move(word));
  }
  return {};
}

// The import path of a package that an argument names, as far as that is known before packages are
// loaded; else the argument itself.
std::string importPathOf(llvm::StringRef argument) {
  llvm::SmallString<256> here, directory(argument);
  llvm::sys::fs::current_path(here);
  const std::optional<GoMod> module = findGoMod(here);
  if (!module || !(llvm::sys::path::is_absolute(argument) || argument.starts_with(".")))
    return argument.str();
  llvm::sys::fs::make_absolute(directory);
  llvm::sys::path::remove_dots(directory, /*remove_dot_dot=*/true);
  llvm::StringRef rest = directory;
  return rest.consume_front(module->directory) ? module->module + rest.str() : argument.str();
}

enum class Means { None, Some, All };

// Which of the packages that the command names a pattern means; an empty one means them all.
Means meansArguments(llvm::StringRef pattern, llvm::ArrayRef<std::string> arguments) {
  if (pattern.empty() || pattern == "all") return Means::All;
  const size_t count = llvm::count_if(arguments, [&](const std::string& argument) {
    return argument == pattern || matchesPattern(pattern, importPathOf(argument));
  });
  return count == 0 ? Means::None : count == arguments.size() ? Means::All : Means::Some;
}

// What changes nothing here: how Go's own linker goes about it.
bool isIgnored(llvm::StringRef name) {
  return llvm::StringSwitch<bool>(name)
      .Cases("buildid", "linkmode", "compressdwarf", "checklinkname", "buildmode", true)
      .Default(false);
}

} // namespace

std::optional<Words> splitQuoted(llvm::StringRef text, char& missing) {
  Words words;
  for (text = text.ltrim(); !text.empty(); text = text.ltrim()) {
    const bool isQuoted = text[0] == '\'' || text[0] == '"';
    if (!isQuoted) {
      const llvm::StringRef word = text.take_until([](char c) { return llvm::isSpace(c); });
      words.push_back(word.str());
      text = text.drop_front(word.size());
      continue;
    }
    const size_t end = text.find(text[0], 1);
    missing = text[0];
    if (end == llvm::StringRef::npos) return std::nullopt;
    words.push_back(text.slice(1, end).str());
    text = text.drop_front(end + 1);
  }
  return words;
}

std::string parseLinkFlags(llvm::StringRef text, Options& options) {
  Words words;
  std::string packages;
  if (std::string problem = split("ldflags", text, words, packages); !problem.empty())
    return problem;
  switch (meansArguments(packages, options.files)) {
  case Means::All: break;
  case Means::None: return {};
  case Means::Some:
    return "not supported yet: -ldflags for some of the programs (" + packages + ")";
  }
  LinkFlags& flags = options.link;
  for (size_t i = 0; i < words.size(); ++i) {
    llvm::StringRef word = words[i];
    if (!word.consume_front("-")) return "-ldflags: " + words[i] + " is no flag";
    word.consume_front("-");
    auto [name, value] = word.split('=');
    const bool hasValue = name.size() != word.size();
    const bool takesValue = name == "X" || name == "extldflags";
    if (takesValue && !hasValue) {
      if (i + 1 == words.size()) return ("-ldflags: flag needs an argument: -" + name).str();
      value = words[++i];
    }
    std::string problem;
    if (name == "X")
      problem = addString(value, flags);
    else if (name == "extldflags")
      problem = addSystemFlags(value, flags);
    else if (name == "s" || name == "w")
      flags.isSmaller |= !hasValue || value == "true" || value == "1";
    else if (!isIgnored(name))
      problem = ("not supported yet: -ldflags -" + name).str();
    if (!problem.empty()) return problem;
  }
  return {};
}

std::string applyCompileFlags(llvm::StringRef text, Options& options) {
  Words words;
  std::string packages;
  if (std::string problem = split("gcflags", text, words, packages); !problem.empty())
    return problem;
  for (llvm::StringRef word : words) {
    if (word == "-m") {
      options.escapes = true;
      options.escapesOf = packages;
    } else if (word == "-N") // of all packages: it only costs speed
      options.optLevel = 0;
    else if (word == "-e")
      options.allErrors = true;
    else if (word != "-l") // no inlining: the C++ compiler's affair
      return ("not supported yet: -gcflags " + word).str();
  }
  return {};
}

} // namespace minigo
