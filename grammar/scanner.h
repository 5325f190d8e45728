// From text to tokens: the table made from GoLexer.g4, and automatic semicolon insertion.
#pragma once

#include "grammar/parse_tree.h"

namespace minigo::grammar {

enum class LexError : uint8_t {
  InvalidCharacter,             // `rune` of ASCII begins no token; it is skipped
  InvalidCharacterInIdentifier, // neither letter nor digit; kept as part of an identifier, as in gc
  IdentifierBeginsWithDigit,    // with a digit that is not one of 0-9
  CommentNotTerminated,
  RuneNotTerminated,
  NewlineInRune,
  NewlineInString,
  StringNotTerminated,
};

// What the scanner asks and tells. Offsets are bytes in the text.
class ScanHandler {
public:
  virtual bool isLetter(char32_t rune) = 0; // Unicode categories L*, for runes from U+0080 on
  virtual bool isDigit(char32_t rune) = 0;  // Unicode category Nd, likewise
  virtual void lexError(LexError error, uint32_t offset, char32_t rune) = 0;
  // Asked for each function declaration that has a body, at its `{`, in order: whether the tokens
  // up to the `}` are left out. Only for texts without errors.
  virtual bool leavesOutBody() { return false; }
  // Whether to stop where the first declaration begins that is no import.
  virtual bool wantsImportsOnly() const { return false; }

protected:
  ~ScanHandler() = default;
};

// Fills tree.nodes with the tokens of tree.text, and tree.comments. Texts are below 2 GiB.
void scan(ParseTree& tree, ScanHandler& handler);

} // namespace minigo::grammar
