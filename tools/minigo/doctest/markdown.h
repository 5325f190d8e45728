// Fenced code blocks of a Markdown document (CommonMark: Fenced code blocks).
#pragma once

#include "llvm/ADT/StringRef.h"

#include <string>
#include <vector>

namespace minigo::doctest {

struct CodeBlock {
  unsigned line = 0;     // of the first line of its text, from 1; the opening fence is one above
  llvm::StringRef info;  // what stands behind the opening fence
  llvm::StringRef prose; // the lines between the end of the block before, or the start, and this
  std::string text;      // without the indentation of the fence
};

// All blocks in order, also those in lists and in comments; a block that is never closed ends with
// the document. `document` must outlive the result.
std::vector<CodeBlock> findCodeBlocks(llvm::StringRef document);

} // namespace minigo::doctest
