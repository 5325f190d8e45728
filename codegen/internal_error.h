// Faults of minigo itself, as opposed to mistakes in the program that it compiles.
#pragma once

#include "frontend/source/source_file.h"

#include "llvm/ADT/Twine.h"

namespace minigo {

// Ends the process through llvm::report_fatal_error with a text that names the pass, the Go
// position where the trouble is (if it is known) and what was found, and that asks for a report.
[[noreturn]] void internalError(const SourceManager& sources, llvm::StringRef pass, SourcePos pos,
                                const llvm::Twine& what);

} // namespace minigo
