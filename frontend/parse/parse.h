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

// The same for a file that was compiled before: `summaries` has a text for each function
// declaration with a body, in order (FuncDecl::summary); where it is not empty, the body is not
// parsed. Takes those of this file from the front.
ast::File* parseFile(SourceFile& source, Arena& arena, Diagnostics& diags,
                     llvm::ArrayRef<std::string>& summaries);

// The package clause and the imports, which is all that is read.
ast::File* parseImports(SourceFile& source, Arena& arena, Diagnostics& diags);

} // namespace minigo
