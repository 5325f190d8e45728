// The note in every program that says what built it, for `minigo version program`.
#pragma once

#include "llvm/ADT/StringRef.h"

#include <optional>
#include <string>

namespace minigo {

struct ProgramNote {
  std::string version; // of minigo
  std::string path;    // of the main package
};

// The note for the assembler.
std::string programNoteText(llvm::StringRef path);

// That of a program; none if it was not built by minigo, or is no program.
std::optional<ProgramNote> readProgramNote(const std::string& file);

} // namespace minigo
