// From a source file to its syntax tree.
#pragma once

#include "frontend/ast/decl.h"
#include "frontend/diag/diag.h"

namespace minigo {

// Parses `source`: sets its line table and `//line` directives, reports errors to `diags`, and
// makes nodes in `arena`. The result is never null. With errors it holds what could be understood,
// with BadExpr and BadStmt in place of the rest; it must be checked further only if no message of
// `diags` begins with "syntax error" (gc does the same: an error in a literal does not keep the
// checker from running).
ast::File* parseFile(SourceFile& source, Arena& arena, Diagnostics& diags);

} // namespace minigo
