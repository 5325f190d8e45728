// The steps that the commands share: read the command line, load a package, make a program.
#pragma once

#include "tools/minigo/command_line.h"
#include "tools/minigo/commands.h"
#include "tools/minigo/install_layout.h"
#include "tools/minigo/workspace.h"

#include "frontend/frontend.h"

namespace minigo {

// Remembers argv[0]; what minigo ships is found from it.
void setExecutableName(const char* argv0);
InstallLayout installLayout();

// How this tool calls the front end.
FrontendOptions frontendOptions();

// Reads a command's arguments. Returns 0, or the exit status after saying what is wrong.
int readOptions(CommandSet command, Arguments args, Options& options);

// Parses and checks the package of options.files into `program`. Returns 0, or 1 after the errors
// were printed as the go command prints them.
int loadPackage(const Options& options, Program& program);

// Compares the errors of the package with the ERROR comments in its files. Returns 0 if they agree.
int verifyPackage(const Options& options);

// Prints the syntax tree of every file to standard output. Returns 0, or 1 after syntax errors.
int dumpSyntaxTrees(const Options& options);

// Writes a file. Returns 0, or 1 after saying what went wrong.
int writeFile(const std::string& file, llvm::StringRef text);

// The name of the program built from `files`: that of the first one without ".go".
std::string programName(llvm::ArrayRef<std::string> files);

// Emits the C++ of a loaded program, compiles it and links it into output's temporary file.
// Returns 0, or 1 after saying what went wrong.
int compileProgram(const Options& options, const Program& program, Workspace& workspace,
                   const OutputFile& output);

} // namespace minigo
