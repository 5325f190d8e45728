#include "tools/minigo/tool_flags.h"

#include "tools/minigo/command_line.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSwitch.h"

namespace minigo {
namespace {

using Words = std::vector<std::string>;

// The value of -`flag` as words. The go command takes "pattern=words" for some of the packages; the
// pattern that means all of them is the one that is taken here.
std::string split(llvm::StringRef flag, llvm::StringRef text, Words& words) {
  text = text.trim();
  if (!text.empty() && text[0] != '-' && text[0] != '\'' && text[0] != '"') {
    const auto [pattern, rest] = text.split('=');
    if (pattern.size() == text.size())
      return ("invalid value \"" + text + "\" for flag -" + flag +
              ": missing =<value> in <pattern>=<value>")
          .str();
    if (pattern != "all")
      return ("not supported yet: -" + flag + " for some packages (" + pattern + ")").str();
    text = rest;
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
  if (std::string problem = split("extldflags", text, words); !problem.empty()) return problem;
  for (std::string& word : words) {
    if (word == "-static")
      flags.isStatic = true;
    else
      flags.systemFlags.push_back(std::move(word));
  }
  return {};
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

std::string parseLinkFlags(llvm::StringRef text, LinkFlags& flags) {
  Words words;
  if (std::string problem = split("ldflags", text, words); !problem.empty()) return problem;
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
  if (std::string problem = split("gcflags", text, words); !problem.empty()) return problem;
  for (llvm::StringRef word : words) {
    if (word == "-m")
      options.escapes = true;
    else if (word == "-N")
      options.optLevel = 0;
    else if (word != "-l") // no inlining: the C++ compiler's affair
      return ("not supported yet: -gcflags " + word).str();
  }
  return {};
}

} // namespace minigo
