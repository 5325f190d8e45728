// Source files and the mapping from SourcePos to file, line and column.
#pragma once

#include "frontend/source/source_pos.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/MemoryBuffer.h"

#include <memory>
#include <string>
#include <vector>

namespace minigo {

// A position for people. Lines and columns count from 1; columns count bytes, as gc's do. `//line`
// directives have been applied.
struct Position {
  llvm::StringRef file;
  uint32_t line = 0;
  uint32_t column = 0; // 0: unknown, behind a `//line` directive without one

  std::string toString() const; // "file:line:column", or "file:line"
};

class SourceFile {
public:
  llvm::StringRef name() const { return name_; } // as diagnostics print it
  llvm::StringRef path() const { return path_; } // as opened
  // What programs know of it, for tracebacks.
  llvm::StringRef recordedPath() const { return recordedPath_.empty() ? path_ : recordedPath_; }
  void setRecordedPath(std::string path) { recordedPath_ = std::move(path); }
  llvm::StringRef text() const { return buffer_->getBuffer(); }
  SourcePos begin() const { return begin_; }
  SourcePos at(uint32_t byteOffset) const { return begin_.advanced(byteOffset); }

  // From its first character to behind its last, as offsets in text(). A line comment ends before
  // the newline.
  struct Comment {
    uint32_t offset;
    uint32_t end;
  };
  // In source order; of what was scanned: the bodies of functions of imported packages may not be.
  llvm::ArrayRef<Comment> comments() const { return comments_; }

  // A file may be scanned again, with more of it.
  void forgetLines() {
    lines_ = {0};
    directives_.clear();
    comments_.clear();
  }
  // Called by the lexer as it goes, in order: the byte offset at which a line begins (the first
  // line is known), and the effect of a `//line` directive from that offset on (column 0: the
  // directive gave none).
  void addLine(uint32_t byteOffset);
  void addLineDirective(uint32_t byteOffset, std::string file, uint32_t line, uint32_t column);
  void addComment(Comment comment) { comments_.push_back(comment); }

private:
  friend class SourceManager;
  struct LineDirective {
    uint32_t offset;
    std::string file;
    uint32_t line;
    uint32_t column;
  };
  std::string name_, path_, recordedPath_;
  std::unique_ptr<llvm::MemoryBuffer> buffer_;
  SourcePos begin_;
  Position physicalAt(uint32_t byteOffset) const;
  Position logicalAt(uint32_t byteOffset) const;
  const LineDirective* directiveAt(uint32_t byteOffset) const; // the one in force, or null
  std::vector<uint32_t> lines_{0};
  std::vector<LineDirective> directives_;
  std::vector<Comment> comments_;
};

// Owns all files of a compilation.
class SourceManager {
public:
  // Whether a text of `size` bytes still fits.
  bool hasRoomFor(uint64_t size) const { return size < UINT32_MAX - next_; }
  // Adds a file; `name` is what diagnostics print ("./main.go"). The total of all texts must stay
  // below 4 GiB.
  SourceFile& add(llvm::StringRef name, llvm::StringRef path,
                  std::unique_ptr<llvm::MemoryBuffer> buffer);

  llvm::ArrayRef<std::unique_ptr<SourceFile>> files() const { return files_; } // as added
  const SourceFile& fileAt(SourcePos pos) const;
  Position position(SourcePos pos) const; // `//line` applied
  // Where the stretch of text around pos begins whose lines are counted together: its file, or what
  // is behind the last `//line` directive.
  SourcePos baseOf(SourcePos pos) const;
  Position physicalPosition(SourcePos pos) const; // as the file lies on disk

private:
  std::vector<std::unique_ptr<SourceFile>> files_;
  uint32_t next_ = 1;
};

} // namespace minigo
