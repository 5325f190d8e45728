// The steps that the commands share: read the command line, load a package, make a program.
#pragma once

#include "tools/minigo/command_line.h"
#include "tools/minigo/commands.h"
#include "tools/minigo/cxx_toolchain.h"
#include "tools/minigo/install_layout.h"
#include "tools/minigo/workspace.h"

#include "frontend/frontend.h"

namespace minigo {

// Remembers argv[0]; what minigo ships is found from it.
void setExecutableName(const char* argv0);
InstallLayout installLayout();

// Changes whenever this tool does.
const std::string& toolIdentity();

// How this tool calls the front end.
FrontendOptions frontendOptions(const Options& options);

// Reads a command's arguments. Returns 0, or the exit status after saying what is wrong.
int readOptions(CommandSet command, Arguments args, Options& options);

// The packages that the command names, with those that its patterns match. Returns 0, or 1 after
// saying what is wrong; warns of patterns that match nothing.
int expandPatterns(const Options& options, std::vector<std::string>& packages);

// Parses and checks the packages that the command names, and what they import. Returns 0, or 1
// after the errors were printed as the go command prints them.
int loadPackages(const Options& options, Program& program, PackageSummaries& summaries);

// Prints what escapes in the packages that -m is for.
void printEscapes(const Options& options, const Program& program);

// Makes this the current directory. Returns 0, or 1 after saying what is wrong.
int changeTo(const std::string& directory);

// Prints the syntax tree of every file to standard output. Returns 0, or 1 after syntax errors.
int dumpSyntaxTrees(const Options& options);

// Writes a file. Returns 0, or 1 after saying what went wrong.
int writeFile(const std::string& file, llvm::StringRef text);

// The same for a file that the user named: it is as it was, or complete.
int replaceFile(const std::string& file, llvm::StringRef text);

// Writes text to where -o says, else to standard output. Go files are not replaced.
int writeOutput(const Options& options, llvm::StringRef text);

// The name of the program built from a main package, as the go command chooses it.
std::string programName(const Options& options, const Package& package);

// What messages call the source of a package: its files or its import path.
std::string packageSubject(const Options& options, const Package& package);

// Whether -o names a file for what is built: for a package that is no program, a library.
bool wantsLibrary(const Options& options);

CxxFlags cxxFlags(const Options& options);

} // namespace minigo
