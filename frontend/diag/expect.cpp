#include "frontend/diag/expect.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Regex.h"

namespace minigo {
namespace {

struct Expectation {
  SourcePos pos;  // of the token, or of the comment
  bool wholeLine; // anywhere in the line of pos
  std::string text;
  bool met = false;

  bool matches(llvm::StringRef message) const {
    llvm::Regex regex(text);
    return message.contains(text) || (regex.isValid() && regex.match(message));
  }
};

// Goes through a file token by token, as far as needed to find comments and what is before them.
class Scan {
public:
  Scan(const SourceFile& file, std::vector<Expectation>& expectations)
      : file_(file), text_(file.text()), expectations_(expectations) {}

  void run() {
    while (at_ < text_.size()) {
      llvm::StringRef rest = text_.drop_front(at_);
      if (llvm::isSpace(rest[0])) {
        ++at_;
      } else if (rest.starts_with("//")) {
        size_t end = std::min(rest.find('\n'), rest.size());
        comment(rest.slice(2, end), true);
        at_ += end;
      } else if (rest.starts_with("/*")) {
        size_t end = std::min(rest.find("*/", 2), rest.size());
        comment(rest.slice(2, end), false);
        at_ += std::min(end + 2, rest.size());
      } else {
        token_ = at_;
        at_ += tokenLength(rest);
      }
    }
  }

private:
  static size_t tokenLength(llvm::StringRef s) {
    auto isWord = [](char c) { return llvm::isAlnum(c) || c == '_' || c & 0x80; };
    auto isNumber = [&](char c) { return isWord(c) || c == '.'; };
    if (llvm::isDigit(s[0])) return s.take_while(isNumber).size();
    if (isWord(s[0])) return s.take_while(isWord).size();
    if (s[0] == '`') return std::min(s.find('`', 1), s.size() - 1) + 1;
    if (s[0] == '"' || s[0] == '\'') {
      size_t i = 1;
      while (i < s.size() && s[i] != s[0] && s[i] != '\n')
        i += s[i] == '\\' ? 2 : 1;
      return std::min(i + 1, s.size());
    }
    static constexpr llvm::StringLiteral kOperators[] = {
        "<<=", ">>=", "&^=", "...", "&&", "||", "<-", "++", "--", "==", "!=", "<=", ">=",
        ":=",  "+=",  "-=",  "*=",  "/=", "%=", "&=", "|=", "^=", "<<", ">>", "&^"};
    for (llvm::StringRef op : kOperators)
      if (s.starts_with(op)) return op.size();
    return 1;
  }

  void comment(llvm::StringRef s, bool line) {
    s = s.trim();
    if (!s.consume_front("ERROR")) return;
    s.consume_front("x");
    SourcePos pos = file_.at(line ? at_ : token_);
    for (s = s.ltrim(); !s.empty() && (s[0] == '"' || s[0] == '`'); s = s.ltrim()) {
      size_t length = tokenLength(s);
      std::string text = s.slice(1, length - 1).str();
      if (s[0] == '"') unescape(text);
      expectations_.push_back(Expectation{pos, line, std::move(text)});
      s = s.drop_front(length);
    }
  }

  // \" and \\ as in a Go string; other escapes belong to the regular expression.
  static void unescape(std::string& s) {
    std::string out;
    for (size_t i = 0; i < s.size(); ++i) {
      if (s[i] == '\\' && i + 1 < s.size() && (s[i + 1] == '"' || s[i + 1] == '\\')) ++i;
      out += s[i];
    }
    s = std::move(out);
  }

  const SourceFile& file_;
  llvm::StringRef text_;
  std::vector<Expectation>& expectations_;
  size_t at_ = 0;
  size_t token_ = 0;
};

} // namespace

bool verifyExpectations(const Diagnostics& diags, llvm::raw_ostream& report) {
  const SourceManager& sources = diags.sources();
  std::vector<Expectation> expectations;
  for (const auto& file : sources.files())
    Scan(*file, expectations).run();

  auto isAt = [&](const Expectation& e, SourcePos pos) {
    if (!e.wholeLine) return e.pos == pos;
    if (!pos.isValid()) return false;
    Position a = sources.physicalPosition(e.pos), b = sources.physicalPosition(pos);
    return a.file == b.file && a.line == b.line;
  };
  bool ok = true;
  for (const Diagnostic& d : diags.sorted()) {
    auto it = llvm::find_if(expectations, [&](const Expectation& e) {
      return !e.met && isAt(e, d.pos) && e.matches(d.message);
    });
    if (it != expectations.end()) {
      it->met = true;
      continue;
    }
    ok = false;
    report << diags.positionString(d.pos) << ": unexpected error: " << d.message << '\n';
  }
  for (const Expectation& e : expectations) {
    if (e.met) continue;
    ok = false;
    report << diags.positionString(e.pos) << ": error was not reported: " << e.text << '\n';
  }
  return ok;
}

} // namespace minigo
