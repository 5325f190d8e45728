// Type checking of one package: the spec's rules for declarations, types, expressions and
// statements, with gc's errors.
#pragma once

#include "frontend/program.h"

#include "llvm/ADT/STLFunctionalExtras.h"

namespace minigo {

// The package behind an import path, checked before; null if it could not be loaded, which then
// must have been reported. "unsafe" is never asked for.
using Importer = llvm::function_ref<Package*(llvm::StringRef path)>;

// Checks `package`, whose path, files and goVersion are set and whose files were parsed without
// syntax error. Fills in the rest of it (name, scope, imports, functions, initOrder, complete) and
// the fields marked "checker" of its syntax trees; appends to program.instances. Returns true if no
// error was reported.
bool checkPackage(Program& program, Package& package, Importer importer, Diagnostics& diags);

} // namespace minigo
