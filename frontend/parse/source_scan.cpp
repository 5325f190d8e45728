#include "frontend/parse/source_scan.h"

#include "frontend/source/unicode.h"
#include "grammar/scanner.h"
#include "grammar/utf8.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/ConvertUTF.h"

#include <cstring>

namespace minigo::parse {

namespace {

using grammar::LexError;

class Handler final : public grammar::ScanHandler {
public:
  Handler(const SourceFile& source, ErrorList& errors, bool importsOnly,
          llvm::ArrayRef<std::string> summaries)
      : source_(source), errors_(errors), importsOnly_(importsOnly), summaries_(summaries) {}

  bool isLetter(char32_t rune) override { return minigo::isLetter(rune); }
  bool isDigit(char32_t rune) override { return minigo::isDigit(rune); }
  void lexError(LexError error, uint32_t offset, char32_t rune) override {
    constexpr diag::Kind kKinds[] = {
        diag::InvalidCharacter,          diag::InvalidCharacterInIdentifier,
        diag::IdentifierBeginsWithDigit, diag::CommentNotTerminated,
        diag::RuneNotTerminated,         diag::NewlineInRune,
        diag::NewlineInString,           diag::StringNotTerminated,
    };
    bool reportedAsCharacter = rune == 0xFEFF || (rune == 0 && error == LexError::InvalidCharacter);
    if (!reportedAsCharacter)
      errors_.add(source_.at(offset), kKinds[static_cast<size_t>(error)], runeForMessage(rune));
  }

  bool leavesOutBody() override {
    if (summaries_.empty()) return false;
    const bool isKnown = !summaries_.front().empty();
    summaries_ = summaries_.drop_front();
    return isKnown;
  }
  bool wantsImportsOnly() const override { return importsOnly_; }

private:
  const SourceFile& source_;
  ErrorList& errors_;
  bool importsOnly_;
  llvm::ArrayRef<std::string> summaries_; // of the functions to come
};

// NUL, bytes that are not UTF-8, and byte order marks, wherever they stand.
void checkCharacters(const SourceFile& source, ErrorList& errors) {
  llvm::StringRef text = source.text();
  const char* begin = text.data();
  for (size_t at = 0; at < text.size();) {
    uint64_t word = 0;
    if (text.size() - at >= sizeof word) {
      std::memcpy(&word, begin + at, sizeof word);
      uint64_t zeros = (word - 0x0101010101010101U) & ~word & 0x8080808080808080U;
      if (((word & 0x8080808080808080U) | zeros) == 0) { // eight characters of ASCII
        at += sizeof word;
        continue;
      }
    }
    grammar::DecodedRune rune = grammar::decodeRune({begin + at, text.size() - at});
    SourcePos pos = source.at(static_cast<uint32_t>(at));
    if (!rune.valid)
      errors.add(pos, diag::InvalidUtf8, {});
    else if (rune.rune == 0)
      errors.add(pos, diag::InvalidNul, {});
    else if (rune.rune == 0xFEFF && at > 0)
      errors.add(pos, diag::InvalidByteOrderMark, {});
    at += rune.length;
  }
}

void findLines(SourceFile& source) {
  llvm::StringRef text = source.text();
  const char* end = text.end();
  for (const char* at = text.begin(); at != end; ++at) {
    at = static_cast<const char*>(std::memchr(at, '\n', static_cast<size_t>(end - at)));
    if (!at) return;
    source.addLine(static_cast<uint32_t>(at + 1 - text.begin()));
  }
}

// The number behind the last ':' of `text`, which it drops.
bool takeNumber(llvm::StringRef& text, uint32_t& number) {
  size_t colon = text.rfind(':');
  if (colon == llvm::StringRef::npos || text.substr(colon + 1).getAsInteger(10, number))
    return false;
  text = text.take_front(colon);
  return true;
}

// `//line file:line[:column]` at the beginning of a line, or the same in `/*line …*/`.
void readLineDirective(SourceFile& source, const grammar::Comment& comment) {
  llvm::StringRef text = source.text().slice(comment.offset, comment.end);
  bool general = text.starts_with("/*");
  bool atLineStart = comment.offset == 0 || source.text()[comment.offset - 1] == '\n';
  if (!general && !atLineStart) return;
  text = text.drop_front(2);
  if (!text.consume_front("line ")) return;
  if (general) text = text.drop_back(2);
  text = text.rtrim('\r');
  uint32_t last = 0, before = 0;
  if (!takeNumber(text, last) || last == 0) return;
  bool hasColumn = takeNumber(text, before) && before != 0;
  uint32_t from = general ? comment.end : comment.end + 1;
  source.addLineDirective(from, text.str(), hasColumn ? before : last, hasColumn ? last : 0);
}

} // namespace

std::string codePointForMessage(char32_t rune) {
  std::string digits = llvm::utohexstr(rune);
  return "U+" + std::string(digits.size() < 4 ? 4 - digits.size() : 0, '0') + digits;
}

std::string runeForMessage(char32_t rune) {
  char buffer[4];
  char* end = buffer;
  std::string text = codePointForMessage(rune);
  if (rune >= ' ' && rune != 0x7F && llvm::ConvertCodePointToUTF8(rune, end))
    text.append(" '").append(buffer, end).append("'");
  return text;
}

static void scan(SourceFile& source, grammar::ParseTree& tree, ErrorList& errors,
                 Handler& handler) {
  source.forgetLines();
  findLines(source);
  grammar::scan(tree, handler);
  for (const grammar::Comment& comment : tree.comments) {
    source.addComment({comment.offset, comment.end});
    if (source.text().slice(comment.offset + 2, comment.end).starts_with("line "))
      readLineDirective(source, comment);
  }
  for (uint32_t i = 0; i < tree.tokenCount; ++i) {
    grammar::Node& token = tree.nodes[i];
    if (token.kind < grammar::Kind::INT_LIT || token.kind > grammar::Kind::INTERPRETED_STRING_LIT)
      continue;
    llvm::StringRef text = source.text().slice(token.offset, token.end);
    token.broken = !checkLiteral(token, text, source.at(token.offset), errors);
  }
}

void scanSource(SourceFile& source, grammar::ParseTree& tree, ErrorList& errors,
                llvm::ArrayRef<std::string> summaries) {
  checkCharacters(source, errors);
  Handler handler(source, errors, /*importsOnly=*/false, summaries);
  scan(source, tree, errors, handler);
}

void scanSource(SourceFile& source, grammar::ParseTree& tree, ErrorList& errors) {
  scanSource(source, tree, errors, {});
}

void scanImports(SourceFile& source, grammar::ParseTree& tree, ErrorList& errors) {
  Handler handler(source, errors, /*importsOnly=*/true, {});
  scan(source, tree, errors, handler);
}

} // namespace minigo::parse
