#include "grammar/scanner.h"

#include "grammar/lexer_table.inc"
#include "grammar/utf8.h"

#include <array>
#include <cstring>

namespace minigo::grammar {

namespace {

// True if a newline behind this token ends the statement (spec: Semicolons).
constexpr bool endsStatement(Kind token) {
  switch (token) {
  case Kind::IDENT:
  case Kind::INT_LIT:
  case Kind::FLOAT_LIT:
  case Kind::IMAGINARY_LIT:
  case Kind::RUNE_LIT:
  case Kind::RAW_STRING_LIT:
  case Kind::INTERPRETED_STRING_LIT:
  case Kind::BREAK:
  case Kind::CONTINUE:
  case Kind::FALLTHROUGH:
  case Kind::RETURN:
  case Kind::INC:
  case Kind::DEC:
  case Kind::RPAREN:
  case Kind::RBRACK:
  case Kind::RBRACE: return true;
  default: return false;
  }
}

constexpr std::array<bool, kFirstRule> kEndsStatement = [] {
  std::array<bool, kFirstRule> table{};
  for (unsigned kind = 0; kind < kFirstRule; ++kind)
    table[kind] = endsStatement(static_cast<Kind>(kind));
  return table;
}();

class Scanner {
public:
  Scanner(ParseTree& tree, ScanHandler& handler)
      : tree_(tree), handler_(handler),
        text_(reinterpret_cast<const unsigned char*>(tree.text.data())),
        size_(static_cast<uint32_t>(tree.text.size())) {}

  void run();

private:
  uint32_t match(uint32_t offset, Kind& kind) const;
  void take(Kind kind, uint32_t offset, uint32_t end);
  void takeUnusual(Kind kind, uint32_t offset, uint32_t end);
  void takeIdentifier(uint32_t offset, uint32_t end);
  void push(Kind kind, uint32_t offset, uint32_t end);
  bool stopsAt(Kind kind) const;
  bool follow(Kind kind, Kind last);
  uint32_t endOfBody(uint32_t offset) const;
  uint32_t endOfQuoted(uint32_t offset) const;
  void newline(uint32_t offset) {
    if (mayEnd_) push(Kind::SEMI, offset, offset + 1);
  }

  ParseTree& tree_;
  ScanHandler& handler_;
  const unsigned char* text_;
  uint32_t size_;
  bool mayEnd_ = false;      // a newline here would end the statement
  uint32_t depth_ = 0;       // of brackets
  bool inSignature_ = false; // of a function declaration, before its body
};

// Finds the longest token at `offset`; returns its end.
uint32_t Scanner::match(uint32_t offset, Kind& kind) const {
  unsigned state = kStartState;
  uint32_t end = offset;
  for (uint32_t at = offset; at < size_;) {
    state = kTransitions[state][kByteClass[text_[at]]];
    if (state == kNoState) break;
    ++at;
    if (kAccepts[state] != 0) {
      kind = static_cast<Kind>(kAccepts[state]);
      end = at;
    }
  }
  return end;
}

void Scanner::run() {
  tree_.nodes.clear();
  tree_.comments.clear();
  tree_.nodes.reserve(size_ / 2 + 64);
  uint32_t offset = 0;
  if (tree_.text.substr(0, 3) == "\xEF\xBB\xBF") // a byte order mark may stand at the beginning
    offset = 3;
  while (offset < size_) {
    Kind kind = Kind::ILLEGAL;
    uint32_t end = match(offset, kind);
    if (depth_ == 0 && stopsAt(kind)) break;
    const Kind last = tree_.nodes.empty() ? Kind::SEMI : tree_.nodes.back().kind;
    const size_t count = tree_.nodes.size();
    take(kind, offset, end);
    offset = end;
    if (tree_.nodes.size() != count && follow(tree_.nodes.back().kind, last))
      offset = endOfBody(offset);
  }
  if (mayEnd_) push(Kind::SEMI, size_, size_);
  push(Kind::EndOfFile, size_, size_);
  tree_.tokenCount = static_cast<uint32_t>(tree_.nodes.size());
}

bool Scanner::stopsAt(Kind kind) const {
  if (kind != Kind::FUNC && kind != Kind::VAR && kind != Kind::CONST && kind != Kind::TYPE)
    return false;
  return handler_.wantsImportsOnly();
}

// Follows the brackets behind each token. True at the `{` of a body that is left out: the first one
// in a function declaration that stands in no brackets and belongs to no type.
bool Scanner::follow(Kind kind, Kind last) {
  switch (kind) {
  case Kind::FUNC:
    if (depth_ == 0 && last == Kind::SEMI) inSignature_ = true;
    return false;
  case Kind::SEMI:
    if (depth_ == 0) inSignature_ = false;
    return false;
  case Kind::LBRACE:
    if (depth_++ > 0 || !inSignature_ || last == Kind::INTERFACE || last == Kind::STRUCT)
      return false;
    inSignature_ = false;
    return handler_.leavesOutBody();
  case Kind::LPAREN:
  case Kind::LBRACK: ++depth_; return false;
  case Kind::RPAREN:
  case Kind::RBRACK:
  case Kind::RBRACE: depth_ -= depth_ > 0; return false;
  default: return false;
  }
}

// Where the string, rune or comment that begins here ends, or the next character.
uint32_t Scanner::endOfQuoted(uint32_t offset) const {
  const std::string_view text = tree_.text;
  const char quote = text[offset];
  size_t end = offset + 1;
  if (quote == '`') {
    end = text.find('`', end);
  } else if (quote == '"' || quote == '\'') {
    while (end < size_ && text[end] != quote)
      end += text[end] == '\\' ? 2 : 1;
  } else if (quote == '/' && end < size_ && text[end] == '/') {
    end = text.find('\n', end);
  } else if (quote == '/' && end < size_ && text[end] == '*') {
    end = text.find("*/", end + 1);
    end += end != std::string_view::npos;
  } else {
    return offset + 1;
  }
  return end < size_ ? static_cast<uint32_t>(end + 1) : size_;
}

// The `}` of the body whose `{` stands before `offset`.
uint32_t Scanner::endOfBody(uint32_t offset) const {
  uint32_t depth = 0;
  while (offset < size_) {
    switch (text_[offset]) {
    case '{': ++depth; break;
    case '}':
      if (depth-- == 0) return offset;
      break;
    case '"':
    case '\'':
    case '`':
    case '/': offset = endOfQuoted(offset); continue;
    default: break;
    }
    ++offset;
  }
  return size_;
}

void Scanner::take(Kind kind, uint32_t offset, uint32_t end) {
  switch (kind) {
  case Kind::WS: return;
  case Kind::NEWLINE: newline(offset); return;
  case Kind::LINE_COMMENT: tree_.comments.push_back({offset, end}); return;
  case Kind::GENERAL_COMMENT:
    tree_.comments.push_back({offset, end});
    if (mayEnd_ && std::memchr(text_ + offset, '\n', end - offset))
      push(Kind::SEMI, offset, end); // a comment that holds a newline acts like one
    return;
  case Kind::UNTERMINATED_COMMENT:
  case Kind::UNTERMINATED_RUNE:
  case Kind::UNTERMINATED_RAW_STRING:
  case Kind::UNTERMINATED_STRING:
  case Kind::UNICODE_IDENT:
  case Kind::ILLEGAL: takeUnusual(kind, offset, end); return;
  default: push(kind, offset, end);
  }
}

void Scanner::takeUnusual(Kind kind, uint32_t offset, uint32_t end) {
  bool atNewline = end < size_;
  switch (kind) {
  case Kind::UNTERMINATED_COMMENT:
    handler_.lexError(LexError::CommentNotTerminated, offset, 0);
    return;
  case Kind::UNTERMINATED_RUNE:
    if (atNewline)
      handler_.lexError(LexError::NewlineInRune, end, 0);
    else
      handler_.lexError(LexError::RuneNotTerminated, offset, 0);
    push(Kind::RUNE_LIT, offset, end);
    return;
  case Kind::UNTERMINATED_RAW_STRING:
    handler_.lexError(LexError::StringNotTerminated, offset, 0);
    push(Kind::RAW_STRING_LIT, offset, end);
    return;
  case Kind::UNTERMINATED_STRING:
    if (atNewline)
      handler_.lexError(LexError::NewlineInString, end, 0);
    else
      handler_.lexError(LexError::StringNotTerminated, offset, 0);
    push(Kind::INTERPRETED_STRING_LIT, offset, end);
    return;
  case Kind::ILLEGAL: handler_.lexError(LexError::InvalidCharacter, offset, text_[offset]); return;
  default: takeIdentifier(offset, end);
  }
}

// An identifier that has bytes from 0x80 on. All runes stay in it, but those that are neither
// letters nor digits are reported. Bytes that are not UTF-8 and byte order marks are no part of any
// token: where there is nothing else, there is no identifier.
void Scanner::takeIdentifier(uint32_t offset, uint32_t end) {
  bool isEmpty = true;
  for (uint32_t at = offset; at < end;) {
    DecodedRune rune = decodeRune(tree_.text.substr(at, end - at));
    bool isDropped = !rune.valid || rune.rune == 0xFEFF;
    isEmpty &= isDropped;
    if (!isDropped && rune.rune >= 0x80 && !handler_.isLetter(rune.rune)) {
      if (!handler_.isDigit(rune.rune))
        handler_.lexError(LexError::InvalidCharacterInIdentifier, at, rune.rune);
      else if (at == offset)
        handler_.lexError(LexError::IdentifierBeginsWithDigit, at, rune.rune);
    }
    at += rune.length;
  }
  if (!isEmpty) push(Kind::IDENT, offset, end);
}

void Scanner::push(Kind kind, uint32_t offset, uint32_t end) {
  if (kind == Kind::RPAREN || kind == Kind::RBRACK || kind == Kind::RBRACE) {
    // A separator before a closing bracket is a token of its own, so that lists need one token of
    // lookahead.
    if (!tree_.nodes.empty()) {
      Kind& last = tree_.nodes.back().kind;
      if (last == Kind::COMMA)
        last = Kind::TRAILING_COMMA;
      else if (last == Kind::SEMI)
        last = Kind::TRAILING_SEMI;
    }
  }
  tree_.nodes.push_back(Node{.offset = offset, .end = end, .kind = kind});
  mayEnd_ = kEndsStatement[static_cast<unsigned>(kind)];
}

} // namespace

void scan(ParseTree& tree, ScanHandler& handler) { Scanner(tree, handler).run(); }

} // namespace minigo::grammar
