#include "tools/minigo/doctest/fragment.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

namespace minigo::doctest {
namespace {

// Follows brackets, literals and comments from line to line.
class Nesting {
public:
  // Whether the next line begins outside of everything.
  bool atTop() const { return depth_ <= 0 && !inRawString_ && !inComment_; }
  void readLine(llvm::StringRef line) {
    for (size_t i = 0; i < line.size(); ++i)
      i = readCharacter(line, i);
  }

private:
  // Returns the position of the last character that belongs to the one at i.
  size_t readCharacter(llvm::StringRef line, size_t i) {
    const char c = line[i];
    if (inRawString_) {
      inRawString_ = c != '`';
    } else if (inComment_) {
      inComment_ = !line.substr(i).starts_with("*/");
      return inComment_ ? i : i + 1;
    } else if (line.substr(i).starts_with("//")) {
      return line.size();
    } else if (line.substr(i).starts_with("/*")) {
      inComment_ = true;
      return i + 1;
    } else if (c == '"' || c == '\'') {
      return endOfLiteral(line, i);
    } else {
      inRawString_ = c == '`';
      depth_ += llvm::StringRef("([{").contains(c)   ? 1
                : llvm::StringRef(")]}").contains(c) ? -1
                                                     : 0;
    }
    return i;
  }

  static size_t endOfLiteral(llvm::StringRef line, size_t i) {
    const char quote = line[i];
    while (++i < line.size() && line[i] != quote)
      if (line[i] == '\\') ++i;
    return i;
  }

  int depth_ = 0;
  bool inRawString_ = false;
  bool inComment_ = false;
};

bool isIdentifierChar(char c) {
  return llvm::isAlnum(c) || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

bool startsWithWord(llvm::StringRef line, llvm::StringRef word) {
  return line.consume_front(word) && (line.empty() || !isIdentifierChar(line[0]));
}

// `func f(` or `func (t T) f(`, but not a function literal `func(x T) error {`.
bool startsFunction(llvm::StringRef line) {
  if (!startsWithWord(line, "func")) return false;
  line = line.drop_front(4).ltrim();
  if (line.consume_front("(")) line = line.split(')').second.ltrim();
  const llvm::StringRef rest = line.drop_while(isIdentifierChar);
  return rest.size() != line.size() && (rest.starts_with("(") || rest.starts_with("["));
}

} // namespace

std::string lineDirective(const Place& place) {
  return "//line " + place.document + ":" + std::to_string(place.line) + ":1\n";
}

Fragment::Fragment(llvm::StringRef text, const Place& place) : place_(place) {
  split(text);
  placeValues();
  hasStatements_ =
      llvm::any_of(pieces_, [](const Piece& piece) { return piece.kind == Kind::Statement; });
}

Fragment::Kind Fragment::kindOf(llvm::StringRef line) {
  if (startsWithWord(line, "import")) return Kind::Import;
  if (startsFunction(line)) return Kind::Function;
  if (startsWithWord(line, "type")) return Kind::Type;
  if (startsWithWord(line, "var") || startsWithWord(line, "const")) return Kind::Value;
  return Kind::Statement;
}

void Fragment::split(llvm::StringRef text) {
  Nesting nesting;
  unsigned number = place_.line;
  for (; !text.empty(); ++number) {
    llvm::StringRef line;
    std::tie(line, text) = text.split('\n');
    const llvm::StringRef body = line.trim();
    // Comments and empty lines go with what stands above them.
    const bool counts = !body.empty() && !body.starts_with("//");
    if (nesting.atTop() && counts)
      pieces_.push_back({kindOf(body), number, {}});
    else if (pieces_.empty())
      pieces_.push_back({Kind::Value, number, {}});
    pieces_.back().text += line.str() + "\n";
    nesting.readLine(line);
  }
}

// `var` and `const` may be either. They are the package's when nothing but declarations is there,
// or functions are, which may use them, and no statement came before.
void Fragment::placeValues() {
  const auto isKind = [](Kind kind) {
    return [kind](const Piece& piece) { return piece.kind == kind; };
  };
  if (llvm::none_of(pieces_, isKind(Kind::Statement))) return;
  const bool hasFunctions = llvm::any_of(pieces_, isKind(Kind::Function));
  bool sawStatement = false;
  for (Piece& piece : pieces_) {
    sawStatement |= piece.kind == Kind::Statement;
    if (piece.kind == Kind::Value && (sawStatement || !hasFunctions)) piece.kind = Kind::Statement;
  }
}

std::string Fragment::textOf(Kind kind) const {
  std::string text;
  for (const Piece& piece : pieces_)
    if (piece.kind == kind) text += lineDirective({place_.document, piece.line}) + piece.text;
  return text;
}

std::string Fragment::toFile(llvm::StringRef package, llvm::ArrayRef<std::string> paths,
                             llvm::StringRef function) const {
  std::string file = ("package " + package + "\n").str();
  for (const std::string& path : paths)
    file += "import \"" + path + "\"\n";
  for (Kind kind : {Kind::Import, Kind::Type, Kind::Value, Kind::Function})
    file += textOf(kind);
  if (hasStatements_ && !function.empty())
    file += ("func " + function + "() {\n").str() + textOf(Kind::Statement) + "}\n";
  return file;
}

} // namespace minigo::doctest
