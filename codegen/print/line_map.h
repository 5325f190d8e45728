// From marks in printed text to #line directives.
#pragma once

#include "codegen/print/line_origin.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"

#include <string>

namespace minigo {

class SourceManager;

namespace print {

// While printing with line directives, each line begins with a mark that holds the position it came
// from (or none) and its owner; lines laid out in advance, such as those of lambdas, carry theirs
// along. When the text is whole, resolve() takes the marks out and puts a directive where the line
// that the compiler would count differs from the one wanted.
//
// Code of an owner is said to stand in the file `/src/main.go##main.f.func1()`, so that who reads
// the debug information can tell function literals apart, whose names the C++ compiler makes up.
class LineMap {
public:
  // `origins` in the order of their places.
  LineMap(const SourceManager& sources, llvm::ArrayRef<LineOrigin> origins,
          llvm::StringRef fileName)
      : sources_(sources), origins_(origins), fileName_(fileName) {}

  static std::string mark(SourcePos pos, llvm::StringRef owner);
  std::string resolve(llvm::StringRef marked) const;

private:
  const LineOrigin* originOf(SourcePos pos) const;
  // What the compiler takes the place for.
  std::pair<std::string, uint64_t> placeOf(SourcePos pos, llvm::StringRef owner) const;

  const SourceManager& sources_;
  llvm::ArrayRef<LineOrigin> origins_;
  llvm::StringRef fileName_;
};

} // namespace print
} // namespace minigo
