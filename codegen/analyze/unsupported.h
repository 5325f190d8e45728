// Constructs that the code generator does not implement.
#pragma once

#include "frontend/program.h"

#include "llvm/Support/raw_ostream.h"

#include <string>
#include <vector>

namespace minigo {

struct Unsupported {
  SourcePos pos;
  std::string construct; // "select statement"
};

// Everything in the package that lowering does not implement, in order of position. Nothing of the
// package may be emitted unless it is empty.
std::vector<Unsupported> findUnsupported(const Program& program, const Package& package);

// "main.go:3:4: minigo: not supported yet: select statement", one a line.
void printUnsupported(const Program& program, llvm::ArrayRef<Unsupported> found,
                      llvm::raw_ostream& os);

// For lowering, when it meets what findUnsupported should have found: says so and ends the process,
// because a wrong program is worse than none.
[[noreturn]] void reportUnsupportedInLowering(const Program& program, SourcePos pos,
                                              llvm::StringRef construct);

} // namespace minigo
