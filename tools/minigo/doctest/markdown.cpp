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
  const llvm::StringRef body = line.ltrim(" ");
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
  const size_t blanks = line.size() - line.ltrim(" ").size();
  return line.drop_front(std::min(blanks, indent));
}

} // namespace

std::vector<CodeBlock> findCodeBlocks(llvm::StringRef document) {
  std::vector<CodeBlock> blocks;
  Fence opening; // of the block that is open
  const char* proseStart = document.begin();
  unsigned number = 0;
  for (llvm::StringRef rest = document; !rest.empty();) {
    const char* lineStart = rest.begin();
    llvm::StringRef line;
    std::tie(line, rest) = rest.split('\n');
    line.consume_back("\r");
    ++number;
    const Fence fence = fenceOf(line);
    if (!opening.length && fence.length) {
      const llvm::StringRef prose(proseStart, lineStart - proseStart);
      blocks.push_back({number + 1, fence.rest, prose, {}});
      opening = fence;
    } else if (opening.length && closes(fence, opening)) {
      opening = {};
      proseStart = rest.begin();
    } else if (opening.length) {
      blocks.back().text += dropIndent(line, opening.indent).str() + "\n";
    }
  }
  return blocks;
}

} // namespace minigo::doctest
