// The errors of one file while it is parsed. Scanner, parser and builder find them in passes of
// their own, some the same one; they go to the diagnostics in the order of the text, as gc finds
// them.
#pragma once

#include "frontend/diag/diag.h"

#include <algorithm>
#include <string>
#include <vector>

namespace minigo::parse {

class ErrorList {
public:
  void add(SourcePos pos, diag::Kind kind, std::string detail) {
    errors_.push_back({pos, errors_.size() + 1, kind, std::move(detail)});
  }
  // The same, for what is found before the parser looks at the token at `pos`.
  void addBefore(SourcePos pos, diag::Kind kind) { errors_.push_back({pos, 0, kind, {}}); }
  bool empty() const { return errors_.empty(); }
  // Whether there is an error from `first` to `last`.
  bool hasAny(SourcePos first, SourcePos last) const {
    return std::any_of(errors_.begin(), errors_.end(),
                       [=](const Error& e) { return !(e.pos < first) && !(last < e.pos); });
  }
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
