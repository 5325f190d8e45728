#include "tools/minigo/doctest/compare_output.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"

namespace minigo::doctest {
namespace {

using Lines = std::vector<std::string>;

Lines linesOf(llvm::StringRef text) {
  Lines lines;
  text = text.rtrim();
  bool inTraceback = false;
  while (!text.empty()) {
    llvm::StringRef line;
    std::tie(line, text) = text.split('\n');
    line = line.rtrim();
    inTraceback |= line.starts_with("goroutine ") && line.ends_with(":");
    inTraceback &= !line.starts_with("exit status ");
    if (inTraceback) continue;
    if (!lines.empty() || !line.empty()) lines.push_back(line.str());
  }
  while (!lines.empty() && lines.back().empty())
    lines.pop_back();
  return lines;
}

// Each "..." takes as few lines as it can; when what follows does not fit, the last one that was
// met takes one more. That finds a fit if there is one.
bool fits(llvm::ArrayRef<std::string> expected, llvm::ArrayRef<std::string> actual) {
  size_t e = 0, a = 0;
  std::optional<size_t> dots;
  size_t dotsTook = 0;
  while (a < actual.size()) {
    if (e < expected.size() && llvm::StringRef(expected[e]).trim() == "...") {
      dots = e++;
      dotsTook = a;
    } else if (e < expected.size() && expected[e] == actual[a]) {
      ++e;
      ++a;
    } else if (dots) {
      e = *dots + 1;
      a = ++dotsTook;
    } else {
      return false;
    }
  }
  while (e < expected.size() && llvm::StringRef(expected[e]).trim() == "...")
    ++e;
  return e == expected.size();
}

std::string shown(llvm::StringRef title, const Lines& lines) {
  std::string text = title.str() + ":\n";
  for (const std::string& line : lines)
    text += "    " + line + "\n";
  return text;
}

} // namespace

std::string compareOutput(const ExpectedOutput& expected, llvm::StringRef actual) {
  Lines want = linesOf(expected.text), got = linesOf(actual);
  if (expected.unordered) {
    Lines sortedWant = want, sortedGot = got;
    llvm::sort(sortedWant);
    llvm::sort(sortedGot);
    if (sortedWant == sortedGot) return {};
  } else if (fits(want, got)) {
    return {};
  }
  return shown("got", got) + shown(expected.unordered ? "want, in any order" : "want", want);
}

} // namespace minigo::doctest
