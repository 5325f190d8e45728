#include "codegen/print/line_map.h"
#include "frontend/source/source_file.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/Path.h"

namespace minigo::print {

using llvm::StringRef;

constexpr char kMark = '\1'; // occurs in no C++ text: the printer escapes control characters

// The file of a position as gc names it for debuggers: what a `//line` directive says is relative
// to the folder of the file that says it.
static std::string pathOf(const SourceFile& source, StringRef named) {
  if (named == source.name()) return source.recordedPath().str();
  if (llvm::sys::path::is_absolute(named)) return named.str();
  llvm::SmallString<128> path = llvm::sys::path::parent_path(source.recordedPath());
  llvm::sys::path::append(path, named);
  return path.str().str();
}

std::string LineMap::mark(SourcePos pos, StringRef owner) {
  return kMark + std::to_string(pos.offset) + " " + owner.str() + kMark;
}

const LineOrigin* LineMap::originOf(SourcePos pos) const {
  const auto after =
      llvm::upper_bound(origins_, pos.offset, [](uint32_t offset, const LineOrigin& origin) {
        return offset < origin.pos.offset;
      });
  if (after == origins_.begin()) return nullptr;
  const LineOrigin* origin = after - 1;
  return origin->pos.offset >= sources_.fileAt(pos).begin().offset ? origin : nullptr;
}

std::pair<std::string, uint64_t> LineMap::placeOf(SourcePos pos, StringRef owner) const {
  const Position position = sources_.position(pos);
  const LineOrigin* origin = originOf(pos);
  std::string file = origin ? origin->name : pathOf(sources_.fileAt(pos), position.file);
  // A path with that separator gets one more, as readers split at the last.
  constexpr StringRef kSeparator = "##";
  if (!owner.empty() || StringRef(file).contains(kSeparator)) (file += kSeparator) += owner;
  return {file, position.line - (origin ? origin->line - 1 : 0)};
}

static std::string quoted(StringRef file) {
  std::string text = "\"";
  for (char c : file) {
    if (c == '"' || c == '\\') text += '\\';
    if (c == '\n')
      text += "\\012";
    else
      text += c;
  }
  return text + '"';
}

std::string LineMap::resolve(StringRef marked) const {
  std::string out;
  std::string file = fileName_.str(); // what the compiler takes the next line for
  uint64_t line = 1, written = 0;
  bool inGo = false;
  auto direct = [&](StringRef wantedFile, uint64_t wantedLine) {
    if (file == wantedFile && line == wantedLine) return;
    out += "#line " + std::to_string(wantedLine);
    if (file != wantedFile) out += " " + quoted(wantedFile);
    out += '\n';
    ++written;
    file = wantedFile.str();
    line = wantedLine;
  };
  SourcePos last;
  StringRef owner;
  while (!marked.empty()) {
    auto [text, rest] = marked.split('\n');
    marked = rest;
    SourcePos pos;
    const bool hasMark = text.consume_front(StringRef(&kMark, 1));
    bool changesOwner = false;
    if (hasMark) {
      const auto [mark, code] = text.split(kMark);
      const auto [number, itsOwner] = mark.split(' ');
      number.getAsInteger(10, pos.offset);
      text = code;
      changesOwner = itsOwner != owner;
      owner = itsOwner;
    }
    // A line without a position inside a function belongs to the statement before it.
    const bool isInside = inGo && (text.empty() || text[0] == ' ' || text == "}");
    if (isInside && changesOwner && !pos.isValid()) pos = last;
    if (pos.isValid()) {
      const auto [wantedFile, wantedLine] = placeOf(pos, owner);
      direct(wantedFile, wantedLine);
      inGo = true;
      last = pos;
    } else if (inGo && !isInside) {
      // Back at namespace level: the rest is made by minigo.
      line = file == fileName_ ? line : 0;
      direct(fileName_, written + 2);
      inGo = false;
    }
    out += text;
    out += '\n';
    ++line;
    ++written;
  }
  return out;
}

} // namespace minigo::print
