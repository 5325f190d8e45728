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

std::string LineMap::mark(SourcePos pos) { return kMark + std::to_string(pos.offset) + kMark; }

const LineOrigin* LineMap::originOf(SourcePos pos) const {
  const auto after =
      llvm::upper_bound(origins_, pos.offset, [](uint32_t offset, const LineOrigin& origin) {
        return offset < origin.pos.offset;
      });
  if (after == origins_.begin()) return nullptr;
  const LineOrigin* origin = after - 1;
  return origin->pos.offset >= sources_.fileAt(pos).begin().offset ? origin : nullptr;
}

std::string LineMap::resolve(StringRef marked) const {
  std::string out;
  std::string file = fileName_.str(); // what the compiler takes the next line for
  uint64_t line = 1, written = 0;
  bool inGo = false;
  auto direct = [&](StringRef wantedFile, uint64_t wantedLine) {
    if (file == wantedFile && line == wantedLine) return;
    out += "#line " + std::to_string(wantedLine);
    if (file != wantedFile) {
      out += " \"";
      for (char c : wantedFile) {
        if (c == '"' || c == '\\') out += '\\';
        if (c == '\n')
          out += "\\012";
        else
          out += c;
      }
      out += '"';
    }
    out += '\n';
    ++written;
    file = wantedFile.str();
    line = wantedLine;
  };
  for (SourcePos last; !marked.empty();) {
    auto [text, rest] = marked.split('\n');
    marked = rest;
    SourcePos pos;
    bool hasMark = text.consume_front(StringRef(&kMark, 1));
    if (hasMark) {
      StringRef number = text.take_until([](char c) { return c == kMark; });
      number.getAsInteger(10, pos.offset);
      text = text.drop_front(number.size() + 1);
    }
    // A line without a position inside a function belongs to the statement before it.
    if (pos.isValid()) {
      Position wanted = sources_.position(pos);
      if (const LineOrigin* origin = originOf(pos))
        direct(origin->name, wanted.line - origin->line + 1);
      else
        direct(pathOf(sources_.fileAt(pos), wanted.file), wanted.line);
      inGo = true;
      last = pos;
    } else if (inGo && !text.empty() && text[0] != ' ' && text != "}") {
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
