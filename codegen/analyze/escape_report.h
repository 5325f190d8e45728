// What escape analysis decided about a package, in gc's words (its flag -m).
#pragma once

#include "llvm/ADT/ArrayRef.h"

namespace minigo {

class Package;
class Program;

// Prints, to standard error, a line for each decision that code generation follows about these
// packages, by position, below the name of the package:
//
//   # example.com/m
//   main.go:7:9: leaking param: p
//   main.go:8:2: moved to heap: x
//   main.go:9:15: func literal does not escape
void reportEscapes(const Program& program, llvm::ArrayRef<const Package*> packages);

} // namespace minigo
