#include "frontend/source/source_file.h"

#include <algorithm>
#include <cassert>

namespace minigo {

std::string Position::toString() const {
  std::string text = file.str() + ":" + std::to_string(line);
  if (column != 0) text += ":" + std::to_string(column);
  return text;
}

void SourceFile::addLine(uint32_t byteOffset) {
  assert(byteOffset > lines_.back() && "lines come in order");
  lines_.push_back(byteOffset);
}

void SourceFile::addLineDirective(uint32_t byteOffset, std::string file, uint32_t line,
                                  uint32_t column) {
  assert((directives_.empty() || directives_.back().offset <= byteOffset) &&
         "directives come in order");
  directives_.push_back({byteOffset, std::move(file), line, column});
}

Position SourceFile::physicalAt(uint32_t byteOffset) const {
  auto next = std::upper_bound(lines_.begin(), lines_.end(), byteOffset);
  uint32_t line = static_cast<uint32_t>(next - lines_.begin());
  return Position{name_, line, byteOffset - lines_[line - 1] + 1};
}

const SourceFile::LineDirective* SourceFile::directiveAt(uint32_t byteOffset) const {
  auto next =
      std::upper_bound(directives_.begin(), directives_.end(), byteOffset,
                       [](uint32_t offset, const LineDirective& d) { return offset < d.offset; });
  return next == directives_.begin() ? nullptr : &*std::prev(next);
}

Position SourceFile::logicalAt(uint32_t byteOffset) const {
  Position here = physicalAt(byteOffset);
  const LineDirective* found = directiveAt(byteOffset);
  if (!found) return here;
  const LineDirective& directive = *found;
  Position from = physicalAt(directive.offset);
  Position result;
  result.file = directive.file.empty() ? llvm::StringRef(name_) : llvm::StringRef(directive.file);
  result.line = directive.line + (here.line - from.line);
  // A directive without a column leaves columns unknown; one with a column counts from it on its
  // own line only.
  if (directive.column != 0)
    result.column =
        here.line == from.line ? directive.column + (here.column - from.column) : here.column;
  return result;
}

SourceFile& SourceManager::add(llvm::StringRef name, llvm::StringRef path,
                               std::unique_ptr<llvm::MemoryBuffer> buffer) {
  uint64_t size = buffer->getBufferSize();
  assert(hasRoomFor(size) && "positions have 32 bits");
  auto file = std::make_unique<SourceFile>();
  file->name_ = name.str();
  file->path_ = path.str();
  file->buffer_ = std::move(buffer);
  file->begin_ = SourcePos{next_};
  // One more than the text, so that the position behind its end belongs to the file.
  next_ += static_cast<uint32_t>(size) + 1;
  files_.push_back(std::move(file));
  return *files_.back();
}

const SourceFile& SourceManager::fileAt(SourcePos pos) const {
  assert(pos.isValid() && !files_.empty());
  auto next = std::upper_bound(
      files_.begin(), files_.end(), pos,
      [](SourcePos p, const std::unique_ptr<SourceFile>& file) { return p < file->begin_; });
  assert(next != files_.begin());
  return **std::prev(next);
}

Position SourceManager::position(SourcePos pos) const {
  const SourceFile& file = fileAt(pos);
  return file.logicalAt(pos.offset - file.begin_.offset);
}

SourcePos SourceManager::baseOf(SourcePos pos) const {
  const SourceFile& file = fileAt(pos);
  const SourceFile::LineDirective* directive = file.directiveAt(pos.offset - file.begin_.offset);
  return directive ? file.begin_.advanced(directive->offset) : file.begin_;
}

Position SourceManager::physicalPosition(SourcePos pos) const {
  const SourceFile& file = fileAt(pos);
  return file.physicalAt(pos.offset - file.begin_.offset);
}

} // namespace minigo
