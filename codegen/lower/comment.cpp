#include "codegen/lower/comment.h"
#include "codegen/lower/lower.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"

namespace minigo {

namespace {

using llvm::StringRef;
using Comment = SourceFile::Comment;

// `//go:noinline`, `//nolint:all`, `//export f`: for tools, not for readers.
bool isDirective(StringRef line) {
  if (line.starts_with("line ") || line.starts_with("export ") || line.starts_with("extern "))
    return true;
  StringRef verb = line.take_while([](char c) { return llvm::isLower(c) || llvm::isDigit(c); });
  line = line.drop_front(verb.size());
  return !verb.empty() && line.size() > 1 && line[0] == ':' &&
         (llvm::isLower(line[1]) || llvm::isDigit(line[1]));
}

// Characters that turn the direction of text around: C++ compilers warn of those left open.
bool turnsText(StringRef line) {
  for (size_t at = 0; (at = line.find('\xE2', at)) != StringRef::npos; ++at) {
    StringRef rest = line.drop_front(at + 1);
    if (rest.size() < 2) continue;
    const auto second = uint8_t(rest[0]), third = uint8_t(rest[1]);
    if (second == 0x80 && third >= 0xAA && third <= 0xAE) return true;
    if (second == 0x81 && third >= 0xA6 && third <= 0xA9) return true;
  }
  return false;
}

// Code before pos in its line.
StringRef before(StringRef text, uint32_t pos) {
  text = text.take_front(pos);
  return text.drop_front(text.rfind('\n') + 1).trim(" \t\r");
}

class Comments {
public:
  Comments(const SourceManager& sources, SourcePos pos)
      : file_(sources.fileAt(pos)), text_(file_.text()), all_(file_.comments()) {}

  uint32_t offset(SourcePos pos) const { return pos.offset - file_.begin().offset; }
  StringRef text() const { return text_; }
  // Comments [from, to), as lines.
  std::string lines(size_t from, size_t to) const;
  size_t firstBehind(uint32_t offset) const {
    return size_t(llvm::partition_point(all_, [&](Comment c) { return c.offset < offset; }) -
                  all_.begin());
  }
  Comment at(size_t i) const { return all_[i]; }
  size_t size() const { return all_.size(); }
  // One that ends the line in which `from` is, unless something opens before it.
  std::string behind(uint32_t from) const;

private:
  void add(std::string& lines, StringRef line) const;

  const SourceFile& file_;
  StringRef text_;
  llvm::ArrayRef<Comment> all_;
};

void Comments::add(std::string& lines, StringRef line) const {
  std::string text;
  for (char c : line.rtrim())
    text += c == '\t' ? std::string("    ") : std::string(1, c);
  if (continuesLine(text)) text += '.';
  lines += text + '\n';
}

std::string Comments::lines(size_t from, size_t to) const {
  std::string lines;
  for (size_t i = from; i < to; ++i) {
    StringRef text = text_.slice(all_[i].offset, all_[i].end);
    if (turnsText(text)) continue;
    if (text.consume_front("//")) {
      if (isDirective(text)) continue;
      text.consume_front(" ");
      add(lines, text);
      continue;
    }
    text = text.drop_front(2).drop_back(2).trim();
    while (!text.empty()) {
      auto [first, rest] = text.split('\n');
      add(lines, first.ltrim('\t'));
      text = rest;
    }
  }
  while (StringRef(lines).starts_with("\n"))
    lines.erase(0, 1);
  return StringRef(lines).rtrim('\n').str();
}

std::string Comments::behind(uint32_t from) const {
  const size_t i = firstBehind(from);
  if (i == all_.size() || text_.slice(from, all_[i].offset).contains('\n')) return "";
  // Whatever opens there is what the comment is about.
  StringRef code = before(text_, all_[i].offset);
  if (code.ends_with("{") || code.ends_with("(") || code.ends_with(":")) return "";
  StringRef rest = text_.drop_front(all_[i].end);
  if (!rest.take_until([](char c) { return c == '\n'; }).trim(" \t\r").empty()) return "";
  return lines(i, i + 1);
}

} // namespace

std::string docComment(const SourceManager& sources, SourcePos pos) {
  const Comments comments(sources, pos);
  StringRef text = comments.text();
  const uint32_t at = comments.offset(pos);
  const size_t end = comments.firstBehind(at);
  StringRef code = before(text, at);
  if (code.ends_with(",")) return ""; // it is about the first of several names
  // Where the line begins, and above it that of each comment: unless it is about what opens there.
  size_t lineBegin = text.take_front(at).rfind('\n') + 1, from = end;
  if (code.ends_with("{") || code.ends_with(";") || code.ends_with("(")) return comments.behind(at);
  while (from > 0) {
    const Comment comment = comments.at(from - 1);
    const size_t next = text.find('\n', comment.end) + 1;
    if (next != lineBegin || !before(text, comment.offset).empty()) break;
    lineBegin = text.take_front(comment.offset).rfind('\n') + 1;
    --from;
  }
  return from < end ? comments.lines(from, end) : comments.behind(at);
}

std::string commentBefore(const SourceManager& sources, SourcePos pos) {
  const Comments comments(sources, pos);
  StringRef text = comments.text();
  uint32_t at = comments.offset(pos);
  const size_t end = comments.firstBehind(at);
  size_t from = end;
  while (from > 0 && text.slice(comments.at(from - 1).end, at).trim().empty()) {
    StringRef code = before(text, comments.at(from - 1).offset);
    if (!code.empty() && !code.ends_with("{") && !code.ends_with(":")) break;
    at = comments.at(--from).offset;
  }
  return comments.lines(from, end);
}

std::string commentBehind(const SourceManager& sources, SourcePos from, SourcePos to) {
  const Comments comments(sources, from);
  const uint32_t end = comments.offset(to);
  const size_t i = comments.firstBehind(end);
  if (comments.text().slice(comments.offset(from), end).contains('\n')) return "";
  if (i == comments.size()) return "";
  // Brackets that close belong to the code: see ast::endPos.
  if (!comments.text().slice(end, comments.at(i).offset).trim(" \t)]}").empty()) return "";
  return comments.behind(end);
}

bool continuesLine(StringRef text) {
  text = text.rtrim();
  return text.ends_with("\\") || text.ends_with("?"
                                                "?/"); // the trigraph for it
}

StringRef shortCode(const SourceManager& sources, SourcePos from, SourcePos to, size_t longest) {
  const SourceFile& file = sources.fileAt(from);
  StringRef text = file.text().drop_front(from.offset - file.begin().offset);
  int open = 0;
  for (size_t i = 0; i <= longest && i <= text.size(); ++i) {
    if (open <= 0 && i >= to.offset - from.offset) return text.take_front(i);
    if (i == text.size() || (!llvm::isPrint(text[i]) && llvm::isASCII(text[i]))) break;
    open += StringRef("([{").contains(text[i]) - StringRef(")]}").contains(text[i]);
  }
  return "";
}

StringRef Lowerer::locationComment(SourcePos pos, StringRef text) {
  Position p = program.sources.position(pos);
  std::string comment = llvm::sys::path::filename(p.file).str() + ":" + std::to_string(p.line) +
                        ":" + std::to_string(p.column) + ": ";
  bool space = false;
  for (char c : text.trim()) {
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
      space = true;
      continue;
    }
    if (space) comment += ' ';
    space = false;
    comment += c;
  }
  if (continuesLine(comment)) comment += '.';
  return b.arena().intern(comment);
}

StringRef Lowerer::locationComment(SourcePos pos, SourcePos end) {
  const SourceFile& file = program.sources.fileAt(pos);
  uint32_t from = pos.offset - file.begin().offset;
  return locationComment(pos, file.text().slice(from, end.offset - file.begin().offset));
}

StringRef Lowerer::docComment(SourcePos pos) {
  if (!options.goComments || !pos.isValid()) return "";
  return b.arena().intern(minigo::docComment(program.sources, pos));
}

StringRef Lowerer::commentBefore(SourcePos pos) {
  if (!options.goComments || !pos.isValid()) return "";
  return b.arena().intern(minigo::commentBefore(program.sources, pos));
}

StringRef Lowerer::commentBehind(SourcePos from, SourcePos to) {
  if (!options.goComments || !from.isValid()) return "";
  return b.arena().intern(minigo::commentBehind(program.sources, from, to));
}

StringRef Lowerer::declComment(SourcePos docPos, StringRef location) {
  StringRef doc = docComment(docPos);
  return doc.empty() ? location : b.arena().intern((doc + "\n" + location).str());
}

} // namespace minigo
