// Comments for the compiler that are wrong or stand where they mean nothing.
#pragma once

#include "frontend/diag/diag.h"
#include "frontend/program.h"

namespace minigo {

// What gc says about them while it parses, whether or not there are syntax errors. Returns false if
// it reported anything.
bool checkPlacesOfDirectives(const Package& package, Diagnostics& diags);

} // namespace minigo
