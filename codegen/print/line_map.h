// From marks in printed text to #line directives.
#pragma once

#include "frontend/source/source_pos.h"

#include "llvm/ADT/StringRef.h"

#include <string>

namespace minigo {

class SourceManager;

namespace print {

// While printing with line directives, each line begins with a mark that holds the position it came
// from (or none); lines laid out in advance, such as those of lambdas, carry theirs along. When the
// text is whole, resolve() takes the marks out and puts a directive where the line that the
// compiler would count differs from the one wanted.
class LineMap {
public:
  LineMap(const SourceManager& sources, llvm::StringRef fileName)
      : sources_(sources), fileName_(fileName) {}

  static std::string mark(SourcePos pos);
  std::string resolve(llvm::StringRef marked) const;

private:
  const SourceManager& sources_;
  llvm::StringRef fileName_;
};

} // namespace print
} // namespace minigo
