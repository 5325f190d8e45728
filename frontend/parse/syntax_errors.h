// The parser's errors in gc's words.
#pragma once

#include "frontend/parse/error_list.h"
#include "frontend/source/source_file.h"
#include "grammar/syntax_error.h"

#include "llvm/ADT/StringRef.h"

namespace minigo::parse {

class SyntaxErrors final : public grammar::SyntaxErrorHandler {
public:
  SyntaxErrors(const SourceFile& source, ErrorList& errors) : source_(source), errors_(errors) {}

  void syntaxError(const grammar::SyntaxErrorSite& site) override;
  void nestingTooDeep(const grammar::ParseTree& tree, const grammar::Node& token) override;

private:
  bool reportedElsewhere(const grammar::SyntaxErrorSite& site);

  const SourceFile& source_;
  ErrorList& errors_;
};

} // namespace minigo::parse
