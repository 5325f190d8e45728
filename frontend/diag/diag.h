// Diagnostics: collection, order, limit and text form.
#pragma once

#include "frontend/source/source_file.h"

#include "llvm/ADT/SmallVector.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/raw_ostream.h"

#include <string>
#include <vector>

namespace minigo {

namespace diag {
// Every diagnostic once; see kinds.def for wording, rule and example of each.
enum Kind : uint16_t {
#define DIAG(Name, Format) Name,
#include "frontend/diag/kinds.def"
};

const char* name(Kind kind);
const char* format(Kind kind);
} // namespace diag

struct Diagnostic {
  diag::Kind kind;
  SourcePos pos;
  std::string message; // may have further lines, each begins with a tab, as gc prints them
  bool soft;           // gc drops soft errors when others were found (unused variables and imports)
};

// Collects diagnostics of one package.
class Diagnostics {
public:
  explicit Diagnostics(const SourceManager& sources) : sources_(sources) {}

  // Reports kind at pos, its format filled with args ({0}, {1}…; anything that llvm::formatv
  // takes).
  template <class... A>
  void report(SourcePos pos, diag::Kind kind, A&&... args) {
    add(pos, kind, llvm::formatv(diag::format(kind), std::forward<A>(args)...).str());
  }
  void add(SourcePos pos, diag::Kind kind, std::string message);

  bool empty() const { return all_.empty(); }
  // Sorted by position, one a line, duplicates on one line dropped as gc does.
  std::vector<Diagnostic> sorted() const;
  // As gc prints them: "file:line:col: message", at most `limit`, then "too many errors".
  void print(llvm::raw_ostream& os, unsigned limit = 10) const;
  const SourceManager& sources() const { return sources_; }

private:
  const SourceManager& sources_;
  std::vector<Diagnostic> all_;
};

} // namespace minigo
