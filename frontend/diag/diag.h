// Diagnostics: collection, order, limit and text form.
#pragma once

#include "frontend/source/source_file.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLFunctionalExtras.h"
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
// Found before anything is compiled (load_kinds.def).
bool isLoadError(Kind kind);
} // namespace diag

struct Diagnostic {
  diag::Kind kind;
  SourcePos pos;
  std::string message; // may have further lines, each begins with a tab, as gc prints them
  bool soft;           // the program could still be translated: unused variables and imports
};

// Collects diagnostics of packages one after the other, with gc's filters: one syntax error a line,
// no equal messages in succession on a line, and nothing that only says that an operand or type was
// invalid, which another message has explained.
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

  // What follows is about the package that the go command calls `name`.
  void beginPackage(llvm::StringRef name) { packages_.push_back({all_.size(), name.str()}); }

  bool empty() const { return all_.empty(); }
  // Every message is one that the go command itself gives.
  bool areLoadErrors() const;
  // In order of report.
  llvm::ArrayRef<Diagnostic> all() const { return all_; }
  // By position, files in the order of their first report; equal lines once.
  std::vector<Diagnostic> sorted() const { return sorted(all_); }
  // As the go command prints them: a line "# package" (not before errors of its own), then gc's
  // lines "file:line:col: message". gc stops when the tenth is reported, sorts what it has and says
  // "too many errors" at the position of that one. Limit 0: print all.
  void print(llvm::raw_ostream& os, unsigned limit = 10) const;
  // All, one JSON object a line, with those of package, file, line, column, kind, message that
  // there are; `soft` if the program could still be translated.
  void printJson(llvm::raw_ostream& os) const;
  // "file:line:col", or without column when the position has none; "" for no position.
  std::string positionString(SourcePos pos) const;
  const SourceManager& sources() const { return sources_; }

private:
  struct PackageBegin {
    size_t first; // its first in all_
    std::string name;
  };

  bool sameLine(SourcePos a, SourcePos b) const;

  const SourceManager& sources_;
  using PartHandler =
      llvm::function_ref<void(llvm::ArrayRef<Diagnostic> part, llvm::StringRef package)>;
  void forEachPackage(PartHandler handle) const; // those before the first belong to ""
  void printPart(llvm::raw_ostream& os, llvm::ArrayRef<Diagnostic> part, llvm::StringRef package,
                 unsigned limit) const;
  std::vector<Diagnostic> sorted(llvm::ArrayRef<Diagnostic> part) const;

  std::vector<Diagnostic> all_;
  std::vector<PackageBegin> packages_;
  SourcePos lastSyntaxError_;
};

} // namespace minigo
