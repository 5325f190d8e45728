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
// the text that sticks to it, else up to the next break of the same group.
unsigned Tokens::flatWidth(size_t from, bool wholeGroup) const {
  unsigned width = 0;
  int depth = 0;
  bool started = !wholeGroup;
  for (size_t i = from; i < tokens_.size(); ++i) {
    const Token& token = tokens_[i];
    switch (token.kind) {
    case Kind::Text: width += displayWidth(token.text); break;
    case Kind::Open:
      ++depth;
      started = true;
      break;
    case Kind::Close: --depth; break;
    case Kind::Break:
      if (started && depth <= 0) return width;
      width += token.spaces;
      break;
    case Kind::Lines: return width + displayWidth(llvm::StringRef(token.text).split('\n').first);
    }
  }
  return width;
}

std::string Tokens::layOut(unsigned indent, unsigned limit) const {
  struct Group {
    unsigned column; // where its further lines begin
    bool fits;
  };
  std::string out;
  unsigned column = indent;
  std::vector<Group> groups{{indent + kContinuationIndent, false}};
  if (limit == 0 || indent + flatWidth(0, true) <= limit) groups.back().fits = limit == 0;
  for (size_t i = 0; i < tokens_.size(); ++i) {
    const Token& token = tokens_[i];
    switch (token.kind) {
    case Kind::Text:
      out += token.text;
      column += displayWidth(token.text);
      break;
    case Kind::Lines: {
      out += token.text;
      llvm::StringRef last = llvm::StringRef(token.text).rsplit('\n').second;
      column = last.empty() ? column + displayWidth(token.text) : displayWidth(last);
      break;
    }
    case Kind::Open: {
      bool fits = limit == 0 || groups.back().fits || column + flatWidth(i, true) <= limit;
      groups.push_back({column, fits});
      break;
    }
    case Kind::Close: groups.pop_back(); break;
    case Kind::Break: {
      unsigned width = flatWidth(i + 1, false);
      const Group& group = groups.back();
      if (group.fits || column + token.spaces + width <= limit) {
        out.append(token.spaces, ' ');
        column += token.spaces;
        break;
      }
      // Rather to the left than over the limit.
      unsigned start = group.column + width <= limit ? group.column : indent + kContinuationIndent;
      if (start >= column) break; // nothing would be gained
      out += '\n';
      out.append(start, ' ');
      column = start;
      break;
    }
    }
  }
  return out;
}

} // namespace minigo::print
