#include "codegen/print/layout.h"

namespace minigo::print {

unsigned displayWidth(llvm::StringRef text) {
  unsigned width = 0;
  for (char c : text)
    width += (c & 0xC0) != 0x80;
  return width;
}

void Tokens::text(llvm::StringRef text) {
  if (text.empty()) return;
  // Neighbouring texts are one token: there is no break between them.
  if (!tokens_.empty() && tokens_.back().kind == Kind::Text)
    tokens_.back().text += text;
  else
    add(Kind::Text, text.str(), 0);
}

// Width of what stands on one line from a token on: of the group that opens there (wholeGroup) and
// the text that sticks to it, else up to the next break of the same group. More than `enough` is
// not measured further: what is nested deeply or long would be measured once for each part.
unsigned Tokens::flatWidth(size_t from, bool wholeGroup, unsigned enough) const {
  unsigned width = 0;
  int depth = 0;
  bool started = !wholeGroup;
  for (size_t i = from; i < tokens_.size() && width <= enough; ++i) {
    const Token& token = tokens_[i];
    switch (token.kind) {
    case Kind::Text: width += displayWidth(token.text); break;
    case Kind::Open:
    case Kind::OpenAllOrNone:
      ++depth;
      started = true;
      break;
    case Kind::Close: --depth; break;
    case Kind::Break:
    case Kind::Reluctant:
      if (started && depth <= 0) return width;
      width += token.spaces;
      break;
    case Kind::Lines: return width;
    }
  }
  return width;
}

// Width of the texts up to the next place to break, in whatever group.
unsigned Tokens::unbreakableWidth(size_t from) const {
  unsigned width = 0;
  for (size_t i = from; i < tokens_.size(); ++i) {
    const Token& token = tokens_[i];
    if (token.kind == Kind::Break || token.kind == Kind::Reluctant || token.kind == Kind::Lines)
      break;
    width += displayWidth(token.text);
  }
  return width;
}

// Whether the line ends before token i and goes on at column `start`.
bool Tokens::breaksAt(size_t i, unsigned column, unsigned start, unsigned limit) const {
  const Token& token = tokens_[i];
  unsigned width = flatWidth(i + 1, false, limit);
  if (start >= column || column + token.spaces + width <= limit) return false;
  // What cannot be broken decides where nothing fits as a whole.
  return token.kind == Kind::Break || start + width <= limit ||
         column + token.spaces + unbreakableWidth(i + 1) > limit;
}

std::string Tokens::layOut(unsigned indent, unsigned limit) const {
  struct Group {
    unsigned column; // where its further lines begin
    bool fits;
    bool allOrNone;
  };
  std::string out;
  unsigned column = indent, lineIndent = indent;
  std::vector<Group> groups{{indent + kContinuationIndent, limit == 0, false}};
  auto put = [&](llvm::StringRef text) {
    out += text;
    column += displayWidth(text);
  };
  for (size_t i = 0; i < tokens_.size(); ++i) {
    const Token& token = tokens_[i];
    switch (token.kind) {
    case Kind::Text: put(token.text); break;
    case Kind::Lines: {
      std::string text = token.lines(lineIndent);
      out += text;
      column = displayWidth(llvm::StringRef(text).rsplit('\n').second);
      break;
    }
    case Kind::Open:
    case Kind::OpenAllOrNone: {
      bool fits = groups.back().fits || column + flatWidth(i, true, limit) <= limit;
      const unsigned further =
          std::max(lineIndent, std::min(lineIndent + kContinuationIndent, kLastContinuation));
      groups.push_back({further, fits, token.kind == Kind::OpenAllOrNone});
      break;
    }
    case Kind::Close: groups.pop_back(); break;
    case Kind::Break:
    case Kind::Reluctant: {
      const Group& group = groups.back();
      if (group.fits || (!group.allOrNone && !breaksAt(i, column, group.column, limit))) {
        put(std::string(token.spaces, ' '));
        break;
      }
      out += '\n';
      out.append(group.column, ' ');
      column = lineIndent = group.column;
      break;
    }
    }
  }
  return out;
}

} // namespace minigo::print
