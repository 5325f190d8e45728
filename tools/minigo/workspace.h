// The temporary directory of one build, and the output file that appears only when it is complete.
#pragma once

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/ADT/Twine.h"

#include <string>

namespace minigo {

// A fresh directory below $TMPDIR. Removed with its files at the end of the build, on an interrupt
// too, unless keep() was called; if the build is killed, by a later one.
class Workspace {
public:
  Workspace() = default;
  ~Workspace();
  Workspace(const Workspace&) = delete;
  Workspace& operator=(const Workspace&) = delete;

  // Returns 0, or 1 after saying why no directory could be made.
  int create();
  const std::string& directory() const { return directory_; }
  // The path of a file that the build makes in here; it is removed with the directory. Folders in
  // its name are made.
  std::string file(llvm::StringRef name) const;
  // Leaves the directory behind.
  void keep();
  // A command as one would type it into a shell, with the directory as $WORK.
  std::string shown(llvm::ArrayRef<std::string> command) const;

private:
  std::string directory_;
  bool kept_ = false;
};

// The program that a build makes. The linker writes to a temporary file in the same directory,
// which takes the final name at once and only after success: whoever runs the old program keeps
// it, and a failed or killed build leaves nothing half-written.
class OutputFile {
public:
  OutputFile() = default;
  ~OutputFile();
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  // Decides where the output goes: `requested` (from -o, may be a directory or /dev/null) or else
  // `fallback`. Returns 0, or 1 after saying why it cannot be written there.
  int open(llvm::StringRef requested, llvm::StringRef fallback);
  // Only decides; nothing is looked at or made.
  void choose(llvm::StringRef requested, llvm::StringRef fallback);
  // Where the linker must write.
  const std::string& temporaryPath() const { return temporary_; }
  const std::string& finalPath() const { return final_; }
  // Whether the final file is already a program, or a library, with the content of `file`.
  bool has(const std::string& file, bool isLibrary = false) const;
  // Gives the file its final name and the permissions of a program, or of a library. Returns 0, or
  // 1 as above.
  int commit(bool isLibrary = false);

private:
  std::string final_;
  std::string temporary_;
  bool discard_ = false; // -o /dev/null
};

} // namespace minigo
