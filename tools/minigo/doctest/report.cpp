#include "tools/minigo/doctest/report.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/raw_ostream.h"

namespace minigo::doctest {
namespace {

const char* name(Verdict verdict) {
  switch (verdict) {
  case Verdict::Pass: return "pass";
  case Verdict::Fail: return "fail";
  case Verdict::Skip: return "skip";
  }
  return "";
}

void printIndented(llvm::StringRef text) {
  while (!text.empty()) {
    llvm::StringRef line;
    std::tie(line, text) = text.split('\n');
    llvm::outs() << "    " << line << '\n';
  }
}

std::string escaped(llvm::StringRef text) {
  std::string result;
  llvm::raw_string_ostream os(result);
  std::string printable;
  // XML 1.0 has no way to write other control characters.
  for (char c : text)
    printable += static_cast<unsigned char>(c) < ' ' && c != '\n' && c != '\t' ? '?' : c;
  llvm::printHTMLEscaped(llvm::json::fixUTF8(printable), os);
  return result;
}

void printJson(const Result& result) {
  const Outcome& outcome = result.outcome;
  llvm::json::OStream json(llvm::outs());
  json.object([&] {
    json.attribute("action", name(outcome.verdict));
    json.attribute("details", llvm::json::fixUTF8(outcome.details));
    json.attributeBegin("elapsed");
    json.rawValue([&](llvm::raw_ostream& os) { os << llvm::format("%.3f", outcome.seconds); });
    json.attributeEnd();
    json.attribute("file", llvm::json::fixUTF8(result.document));
    json.attribute("line", result.line);
    json.attribute("message", llvm::json::fixUTF8(outcome.what));
    json.attribute("output", llvm::json::fixUTF8(outcome.output));
  });
  llvm::outs() << '\n';
}

} // namespace

void Report::begin(const std::string& document, unsigned line) {
  if (json_ || !llvm::sys::Process::StandardErrIsDisplayed()) return;
  llvm::errs() << "\r\033[K" << document << ':' << line << " …";
  progressShown_ = true;
}

void Report::clearProgress() {
  if (progressShown_) llvm::errs() << "\r\033[K";
  progressShown_ = false;
}

size_t Report::count(Verdict verdict) const {
  return llvm::count_if(results_, [&](const Result& r) { return r.outcome.verdict == verdict; });
}

void Report::add(Result result) {
  clearProgress();
  const Outcome& outcome = result.outcome;
  if (json_) {
    printJson(result);
  } else {
    const char* word = outcome.verdict == Verdict::Pass   ? "ok"
                       : outcome.verdict == Verdict::Fail ? "FAIL"
                                                          : "skip";
    llvm::outs() << result.document << ':' << result.line << ": " << word << ": " << outcome.what
                 << llvm::format(" (%.2fs)\n", outcome.seconds);
    printIndented(outcome.details);
    if (verbose_) printIndented(outcome.output);
  }
  llvm::outs().flush();
  results_.push_back(std::move(result));
}

int Report::finish() {
  const size_t pass = count(Verdict::Pass), fail = count(Verdict::Fail);
  const size_t skip = count(Verdict::Skip);
  if (json_) {
    llvm::outs() << llvm::json::Value(llvm::json::Object{{"action", "summary"},
                                                         {"passed", static_cast<int64_t>(pass)},
                                                         {"failed", static_cast<int64_t>(fail)},
                                                         {"skipped", static_cast<int64_t>(skip)}})
                 << '\n';
  } else {
    llvm::outs() << results_.size() << (results_.size() == 1 ? " block: " : " blocks: ") << pass
                 << " passed, " << fail << " failed, " << skip << " skipped\n";
  }
  llvm::outs().flush(); // before what may follow on stderr
  return fail ? 1 : 0;
}

std::string Report::junit() const {
  std::string text;
  llvm::raw_string_ostream os(text);
  os << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuite name=\"minigo doctest\" tests=\""
     << results_.size() << "\" failures=\"" << count(Verdict::Fail) << "\" skipped=\""
     << count(Verdict::Skip) << "\">\n";
  for (const Result& result : results_) {
    const Outcome& outcome = result.outcome;
    os << "  <testcase classname=\"" << escaped(result.document) << "\" name=\"line " << result.line
       << "\" time=\"" << llvm::format("%.3f", outcome.seconds) << "\">\n";
    if (outcome.verdict == Verdict::Fail)
      os << "    <failure message=\"" << escaped(outcome.what) << "\">" << escaped(outcome.details)
         << "</failure>\n";
    if (outcome.verdict == Verdict::Skip) os << "    <skipped/>\n";
    if (!outcome.output.empty())
      os << "    <system-out>" << escaped(outcome.output) << "</system-out>\n";
    os << "  </testcase>\n";
  }
  os << "</testsuite>\n";
  return text;
}

} // namespace minigo::doctest
