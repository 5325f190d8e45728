// Expected errors in test files, in the manner of Go's own tests.
//
//   x /* ERROR "undefined: x" */ = 1   an error at the token before the comment
//   y = 2 // ERROR "undefined: y"      an error somewhere in this line
//
// A quoted text is a part of the message or a regular expression; several texts are several errors.
// ERRORx instead of ERROR is the same.
#pragma once

#include "frontend/diag/diag.h"

namespace minigo {

// Compares what was reported with the comments of all files that `diags` knows of. Writes a line to
// report for each error that was not expected and each expectation that was not met; true if there
// is none.
bool verifyExpectations(const Diagnostics& diags, llvm::raw_ostream& report);

} // namespace minigo
