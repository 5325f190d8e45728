// The syntax that go.mod and go.work share: lines of words, and blocks of lines with one verb.
#pragma once

#include "llvm/ADT/StringRef.h"

#include <string>
#include <vector>

namespace minigo {

// A directive: a line with its verb, or one of a block.
struct GoModLine {
  std::string verb;               // "require"
  std::vector<std::string> words; // what stands behind it, quoted where it was
  unsigned line, column;          // of its first word; columns count characters
};

struct GoModSyntax {
  std::vector<GoModLine> lines;
  std::vector<GoModLine> unknownBlocks; // those of verbs that have none, without words
  // The first thing that is no such syntax, in the words of the go command; what stands behind it
  // was not read. Empty if all is well.
  std::string problem;
  unsigned problemLine = 0, problemColumn = 0;
};

// `path`: of the file, for messages. `hasBlock`: whether a verb may begin a block.
GoModSyntax parseGoModSyntax(llvm::StringRef text, llvm::StringRef path,
                             bool (*hasBlock)(llvm::StringRef verb));

} // namespace minigo
