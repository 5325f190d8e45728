// minigo completion: what a shell needs to complete commands and flags, made from their tables.
#include "tools/minigo/command_line.h"
#include "tools/minigo/commands.h"
#include "tools/minigo/errors.h"

#include "llvm/Support/raw_ostream.h"

namespace minigo {
namespace {

bool isShown(const Command& command) { return *command.summary; }

std::string commandNames() {
  std::string names;
  for (const Command& command : allCommands())
    if (isShown(command)) names += (names.empty() ? "" : " ") + std::string(command.name);
  return names;
}

std::string flagNames(const Command& command) {
  std::string names;
  for (const OptionHelp& option : optionsOf(static_cast<CommandSet>(command.flags)))
    names += (names.empty() ? "-" : " -") + option.name;
  return names;
}

// What stands behind a command, as a pattern of file names.
llvm::StringRef filePattern(const Command& command) {
  return llvm::StringRef(command.name) == "doctest" ? "*.md" : "*.go";
}

// zsh runs the same text through its bashcompinit.
void printBash(llvm::raw_ostream& os) {
  os << "_minigo() {\n"
        "  local word=${COMP_WORDS[COMP_CWORD]} flags= pattern=\n"
        "  if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
        "    COMPREPLY=($(compgen -W '"
     << commandNames()
     << "' -- \"$word\"))\n    return\n  fi\n"
        "  case ${COMP_WORDS[1]} in\n";
  for (const Command& command : allCommands()) {
    if (!command.flags) continue;
    os << "    " << command.name << ") flags='" << flagNames(command) << "' pattern='"
       << filePattern(command) << "' ;;\n";
  }
  os << "    help) flags='" << commandNames()
     << "' ;;\n    completion) flags='bash zsh fish' ;;\n  esac\n"
        "  COMPREPLY=($(compgen -W \"$flags\" -- \"$word\"))\n"
        "  case $word in -*) return ;; esac\n"
        "  [ -z \"$pattern\" ] || COMPREPLY+=($(compgen -d -- \"$word\") "
        "$(compgen -f -X \"!$pattern\" -- \"$word\"))\n"
        "}\n"
        "complete -o filenames -F _minigo minigo\n";
}

void printFish(llvm::raw_ostream& os) {
  const auto quoted = [](llvm::StringRef text) {
    std::string result = "'";
    for (char c : text)
      result += c == '\'' ? std::string("\\'") : std::string(1, c);
    return result + "'";
  };
  for (const Command& command : allCommands()) {
    if (!isShown(command)) continue;
    os << "complete -c minigo -f -n __fish_use_subcommand -a " << command.name << " -d "
       << quoted(command.summary) << '\n';
    for (const OptionHelp& option : optionsOf(static_cast<CommandSet>(command.flags)))
      os << "complete -c minigo -n '__fish_seen_subcommand_from " << command.name << "' -o "
         << option.name << " -d " << quoted(option.help) << '\n';
  }
  os << "complete -c minigo -f -n '__fish_seen_subcommand_from completion' -a 'bash zsh fish'\n";
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
