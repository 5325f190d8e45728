// The errors of one file while it is parsed. Scanner, parser and builder find them in passes of
// their own; they go to the diagnostics in the order of the text, as gc finds them.
#pragma once

#include "frontend/diag/diag.h"

#include <string>
#include <vector>

namespace minigo::parse {

class ErrorList {
public:
  void add(SourcePos pos, diag::Kind kind, std::string detail) {
    errors_.push_back({pos, errors_.size(), kind, std::move(detail)});
  }
  bool empty() const { return errors_.empty(); }
  void moveTo(Diagnostics& diags);

private:
  struct Error {
    SourcePos pos;
    size_t number; // in the order in which they were found
    diag::Kind kind;
    std::string detail; // fills {0}
  };
  std::vector<Error> errors_;
};

} // namespace minigo::parse
