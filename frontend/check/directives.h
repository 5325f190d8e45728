// Comments for the compiler that are wrong or stand where they mean nothing.
#pragma once

#include "frontend/diag/diag.h"
#include "frontend/program.h"

namespace minigo {

// What gc says about them while it parses, whether or not there are syntax errors; with such it is
// not certain what a directive stands in front of. Returns false if it reported anything.
bool checkPlacesOfDirectives(const Package& package, bool hasSyntaxErrors, Diagnostics& diags);

} // namespace minigo
