// minigo completion: what a shell needs to complete commands and flags, made from their tables.
#include "tools/minigo/command_line.h"
#include "tools/minigo/commands.h"
#include "tools/minigo/errors.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/raw_ostream.h"

#include <set>

namespace minigo {
namespace {

bool isShown(const Command& command) { return *command.summary; }

std::string commandNames() {
  std::string names;
  for (const Command& command : allCommands())
    if (isShown(command)) names += (names.empty() ? "" : " ") + std::string(command.name);
  return names;
}

// Flags that stand in what help says about a command's arguments: "[-json] [variables]".
std::vector<std::string> flagsInArguments(const Command& command) {
  std::vector<std::string> flags;
  llvm::SmallVector<llvm::StringRef> words;
  llvm::SplitString(command.arguments, words, " []");
  for (llvm::StringRef word : words)
    if (word.consume_front("-")) flags.push_back(word.str());
  return flags;
}

std::vector<OptionHelp> flagsOf(const Command& command) {
  std::vector<OptionHelp> flags = optionsOf(static_cast<CommandSet>(command.flags));
  for (std::string& flag : flagsInArguments(command))
    if (llvm::none_of(flags, [&](const OptionHelp& known) { return known.name == flag; }))
      flags.push_back({std::move(flag), command.summary, {}});
  return flags;
}

std::string flagNames(const Command& command) {
  std::string names;
  for (const OptionHelp& option : flagsOf(command))
    names += (names.empty() ? "-" : " -") + option.name;
  return names;
}

// All flags with one kind of value, as a pattern of `case`: "-o|-junit".
std::string flagsWith(llvm::function_ref<bool(llvm::StringRef argument)> matches) {
  std::set<std::string> names;
  for (const Command& command : allCommands())
    for (const OptionHelp& option : flagsOf(command))
      if (!option.argument.empty() && matches(option.argument)) names.insert("-" + option.name);
  return llvm::join(names, "|");
}

constexpr llvm::StringLiteral kModes = "mod readonly vendor";
constexpr llvm::StringLiteral kShells = "bash zsh fish";

// What stands behind a command, as a pattern of file names.
llvm::StringRef filePattern(const Command& command) {
  const llvm::StringRef arguments = command.arguments;
  if (arguments.contains("documents")) return "*.md";
  if (arguments.contains("programs")) return "*";
  return arguments.contains("files") ? "*.go" : "";
}

// zsh runs the same text through its bashcompinit. Names are read line by line: they may hold
// blanks.
void printBash(llvm::raw_ostream& os) {
  const auto isOneOf = [](std::initializer_list<llvm::StringRef> kinds) {
    return [kinds](llvm::StringRef argument) { return llvm::is_contained(kinds, argument); };
  };
  os << "_minigo_add() {\n"
        "  local name\n"
        "  while IFS= read -r name; do COMPREPLY+=(\"$name\"); done < <(compgen \"$@\")\n"
        "}\n"
        "_minigo() {\n"
        "  local word=${COMP_WORDS[COMP_CWORD]} flags= pattern= at=1\n"
        "  COMPREPLY=()\n"
        "  [ \"$COMP_CWORD\" -gt 1 ] && [ \"${COMP_WORDS[1]}\" = -C ] && at=3\n"
        "  if [ \"$COMP_CWORD\" -eq \"$at\" ]; then\n"
        "    _minigo_add -W '"
     << commandNames()
     << "' -- \"$word\"\n    return\n  fi\n"
        "  case ${COMP_WORDS[COMP_CWORD-1]} in\n    "
     << flagsWith(isOneOf({"file"})) << ") _minigo_add -f -- \"$word\"; return ;;\n    "
     << flagsWith(isOneOf({"dir"})) << ") _minigo_add -d -- \"$word\"; return ;;\n    "
     << flagsWith(isOneOf({"mode"})) << ") _minigo_add -W '" << kModes
     << "' -- \"$word\"; return ;;\n    "
     << flagsWith([&](llvm::StringRef kind) { return !isOneOf({"file", "dir", "mode"})(kind); })
     << ") return ;;\n  esac\n  case ${COMP_WORDS[at]} in\n";
  for (const Command& command : allCommands()) {
    if (!isShown(command) || flagsOf(command).empty()) continue;
    os << "    " << command.name << ") flags='" << flagNames(command) << "' pattern='"
       << filePattern(command) << "' ;;\n";
  }
  os << "    help) flags='" << commandNames() << "' ;;\n    completion) flags='" << kShells
     << "' ;;\n  esac\n"
        "  _minigo_add -W \"$flags\" -- \"$word\"\n"
        "  case $word in -*) return ;; esac\n"
        "  [ -z \"$pattern\" ] && return\n"
        "  _minigo_add -d -- \"$word\"\n"
        "  _minigo_add -f -X \"!$pattern\" -- \"$word\"\n"
        "}\n"
        "complete -o filenames -F _minigo minigo\n";
}

std::string fishQuoted(llvm::StringRef text) {
  std::string result = "'";
  for (char c : text)
    result += c == '\'' ? std::string("\\'") : std::string(1, c);
  return result + "'";
}

// What fish offers behind a flag.
std::string fishValue(llvm::StringRef argument) {
  if (argument.empty()) return {};
  if (argument == "file") return " -r -F";
  if (argument == "dir") return " -x -a '(__fish_complete_directories)'";
  return argument == "mode" ? " -x -a " + fishQuoted(kModes) : " -x";
}

void printFish(llvm::raw_ostream& os) {
  for (const Command& command : allCommands()) {
    if (!isShown(command)) continue;
    os << "complete -c minigo -f -n __fish_use_subcommand -a " << command.name << " -d "
       << fishQuoted(command.summary) << '\n';
    for (const OptionHelp& option : flagsOf(command))
      os << "complete -c minigo -n '__fish_seen_subcommand_from " << command.name << "' -o "
         << option.name << fishValue(option.argument) << " -d " << fishQuoted(option.help) << '\n';
  }
  os << "complete -c minigo -f -n '__fish_seen_subcommand_from completion' -a "
     << fishQuoted(kShells) << "\ncomplete -c minigo -f -n '__fish_seen_subcommand_from help' -a "
     << fishQuoted(commandNames()) << '\n';
}

} // namespace

int completionCommand(Arguments args) {
  const llvm::StringRef shell = args.size() == 1 ? args[0] : "";
  if (shell == "zsh") llvm::outs() << "autoload -U +X bashcompinit && bashcompinit\n";
  if (shell == "bash" || shell == "zsh") {
    printBash(llvm::outs());
  } else if (shell == "fish") {
    printFish(llvm::outs());
  } else {
    llvm::errs() << "usage: minigo completion bash | zsh | fish\n";
    return 2;
  }
  return 0;
}

} // namespace minigo
