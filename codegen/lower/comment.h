// What the comments of a Go file say, for the C++: without `//` and `/*`, in lines. Directives for
// tools (`//go:noinline`) are left out.
#pragma once

#include "frontend/source/source_file.h"

#include <string>

namespace minigo {

// The comment above a declaration: it ends in the line before that of pos and has no empty line in
// it. Where there is none, the one behind the declaration in its line. Else empty.
std::string docComment(const SourceManager& sources, SourcePos pos);

// The comments between pos and what stands before it: those on lines of their own, and one behind
// the `{` or `:` that begins a body.
std::string commentBefore(const SourceManager& sources, SourcePos pos);

// What stands behind a piece of code that is in one line, up to the end of that line.
std::string commentBehind(const SourceManager& sources, SourcePos from, SourcePos to);

// Whether the next line would belong to a comment `//` in C++ that ends with `text`.
bool continuesLine(llvm::StringRef text);

// The code from `from` to the last token of what ends at `to`, as ast::endPos has it, with the
// brackets that close there. Empty if it is longer than `longest` or takes several lines.
llvm::StringRef shortCode(const SourceManager& sources, SourcePos from, SourcePos to,
                          size_t longest);

} // namespace minigo
