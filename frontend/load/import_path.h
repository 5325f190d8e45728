// Import paths: which are well-formed, and what kind of package they name.
#pragma once

#include "llvm/ADT/StringRef.h"

#include <string>

namespace minigo {

// Why a path cannot be one (spec: Import declarations, and the go command's rules), as the rest of
// a message behind the position: "malformed import path "a//b": double slash". Empty if it can.
std::string importPathProblem(llvm::StringRef path);

// Why a directory of a module cannot be imported, in the words of the go command: "malformed import
// path \"m/a b\": invalid char ' '". Empty if it can. Its rules are stricter than those of imports,
// of which some are the compiler's.
std::string pathProblem(llvm::StringRef path);

// The same for the path of a module.
std::string modulePathProblem(llvm::StringRef path);

bool isStandardPackage(llvm::StringRef path);
// The standard package that people mean by a name alone: "rand" is math/rand. Empty if none has it.
llvm::StringRef standardPackageNamed(llvm::StringRef name);
// Its first element has a dot: the go command looks for it in modules.
bool isModulePath(llvm::StringRef path);
// One of its elements is "internal".
bool isInternalPath(llvm::StringRef path);

} // namespace minigo
