#include "tools/minigo/doctest/markdown.h"

namespace minigo::doctest {
namespace {

struct Fence {
  size_t indent = 0;
  size_t length = 0; // 0: the line is no fence
  char mark = 0;
  llvm::StringRef rest;
};

Fence fenceOf(llvm::StringRef line) {
  const llvm::StringRef body = line.ltrim(" \t");
  Fence fence;
  fence.indent = line.size() - body.size();
  if (body.empty() || (body[0] != '`' && body[0] != '~')) return {};
  fence.mark = body[0];
  const size_t length = body.find_first_not_of(fence.mark);
  fence.length = length == llvm::StringRef::npos ? body.size() : length;
  fence.rest = body.drop_front(fence.length).trim();
  // Backquotes behind backquotes make it a piece of code in a paragraph.
  if (fence.length < 3 || (fence.mark == '`' && fence.rest.contains('`'))) return {};
  return fence;
}

bool closes(const Fence& fence, const Fence& opening) {
  return fence.mark == opening.mark && fence.length >= opening.length && fence.rest.empty();
}

llvm::StringRef dropIndent(llvm::StringRef line, size_t indent) {
  const size_t blanks = line.size() - line.ltrim(" \t").size();
  return line.drop_front(std::min(blanks, indent));
}

// Takes the marks of quoted text, at most `limit`, from the front of a line; how many there were.
unsigned dropQuotes(llvm::StringRef& line, unsigned limit) {
  unsigned count = 0;
  for (; count < limit; ++count) {
    llvm::StringRef rest = line;
    for (int blanks = 0; blanks < 3; ++blanks)
      rest.consume_front(" ");
    if (!rest.consume_front(">")) break;
    rest.consume_front(" ");
    line = rest;
  }
  return count;
}

// Whether a comment is open behind a line; `isOpen`: before it. One begins with a line and goes to
// the end of one.
bool leavesComment(llvm::StringRef line, bool isOpen) {
  return (isOpen || line.ltrim().starts_with("<!--")) && !line.contains("-->");
}

} // namespace

std::vector<CodeBlock> findCodeBlocks(llvm::StringRef document) {
  std::vector<CodeBlock> blocks;
  Fence opening;       // of the block that is open
  unsigned quotes = 0; // that it is in
  bool inComment = false;
  const char* proseStart = document.begin();
  unsigned number = 0;
  for (llvm::StringRef rest = document; !rest.empty();) {
    const char* lineStart = rest.begin();
    llvm::StringRef line;
    std::tie(line, rest) = rest.split('\n');
    line.consume_back("\r");
    ++number;
    if (opening.length && dropQuotes(line, quotes) < quotes) { // the quoted text ends, and so it
      opening = {};
      proseStart = lineStart;
    }
    const unsigned depth = opening.length ? quotes : dropQuotes(line, ~0u);
    const Fence fence = fenceOf(line);
    if (!opening.length && fence.length && !inComment) {
      const llvm::StringRef prose(proseStart, lineStart - proseStart);
      blocks.push_back({number + 1, fence.rest, prose, {}});
      opening = fence;
      quotes = depth;
    } else if (opening.length && closes(fence, opening)) {
      opening = {};
      proseStart = rest.begin();
    } else if (opening.length) {
      blocks.back().text += dropIndent(line, opening.indent).str() + "\n";
    } else {
      inComment = leavesComment(line, inComment);
    }
  }
  return blocks;
}

} // namespace minigo::doctest
