#include "tools/minigo/command_line.h"
#include "tools/minigo/commands.h"

#include "llvm/Support/Format.h"
#include "llvm/Support/raw_ostream.h"

namespace minigo {

int helpCommand(Arguments args) {
  llvm::raw_ostream& out = llvm::outs();
  if (args.empty()) {
    out << "minigo compiles Go to C++ and links it with a runtime of its own.\n\n"
           "usage: minigo <command> [arguments]\n\n";
    for (const Command& command : allCommands())
      if (*command.summary)
        out << "  " << llvm::left_justify(command.name, 12) << command.summary << '\n';
    out << "\nRun 'minigo help <command>' for its flags.\n";
    return 0;
  }
  if (args.size() > 1) {
    llvm::errs() << "usage: minigo help [command]\n\nToo many arguments given.\n";
    return 2;
  }
  const Command* command = findCommand(args[0]);
  if (!command) {
    llvm::errs() << "minigo help " << args[0] << ": unknown help topic. Run 'minigo help'.\n";
    return 2;
  }
  out << "usage: minigo " << command->name << ' ' << command->arguments << "\n\n"
      << command->summary << '\n';
  if (*command->details) out << '\n' << command->details;
  if (command->flags) out << '\n' << describeOptions(static_cast<CommandSet>(command->flags));
  return 0;
}

} // namespace minigo
