// minigo version: its own, or what programs were built with.
#include "tools/minigo/commands.h"
#include "tools/minigo/errors.h"
#include "tools/minigo/program_note.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/raw_ostream.h"

#include <cerrno>
#include <sys/stat.h>
#include <vector>

namespace minigo {
namespace {

bool printProgram(const std::string& file, bool alsoPath) {
  const std::optional<ProgramNote> note = readProgramNote(file);
  if (!note) return false;
  llvm::outs() << file << ": minigo " << note->version << " (go1.26)\n";
  if (alsoPath) llvm::outs() << "\tpath\t" << note->path << '\n';
  return true;
}

// The programs below a directory, in the order of their names.
void printDirectory(const std::string& directory, bool alsoPath) {
  std::vector<std::string> files;
  std::error_code error;
  for (llvm::sys::fs::recursive_directory_iterator it(directory, error, /*follow_symlinks=*/false),
       end;
       it != end && !error; it.increment(error))
    files.push_back(it->path());
  llvm::sort(files);
  for (const std::string& file : files)
    printProgram(file, alsoPath);
}

} // namespace

int versionCommand(Arguments args) {
  bool alsoPath = false;
  while (!args.empty() && llvm::StringRef(args.front()).starts_with("-")) {
    const llvm::StringRef flag = args.front();
    if (flag != "-m" && flag != "--m") {
      llvm::errs() << "flag provided but not defined: " << flag
                   << "\nusage: minigo version [-m] [file ...]\n";
      return 2;
    }
    alsoPath = true;
    args = args.drop_front();
  }
  if (args.empty()) {
    llvm::outs() << "minigo version " MINIGO_VERSION " (go1.26) linux/amd64\n";
    return 0;
  }
  int status = 0;
  for (const std::string file : args) {
    struct stat info = {};
    if (stat(file.c_str(), &info) != 0)
      status = fail("stat " + file + ": " + errorText(errno));
    else if (S_ISDIR(info.st_mode))
      printDirectory(file, alsoPath);
    else if (!printProgram(file, alsoPath) && (info.st_mode & 0111))
      status = fail(file + ": not a program that minigo built");
  }
  return status;
}

} // namespace minigo
