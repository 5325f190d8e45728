// What earlier builds left about packages that have not changed, so that importing one does not
// parse and check the bodies of its functions again.
//
// A package's declarations are always read from its files: types, constants, signatures, variables
// with their initial values, and bodies that importers compile (of generic functions). Of every
// other body importers only want what analysis found out, which a summary holds; the front end
// hands it on as it is (FuncDecl::summary).
#pragma once

#include "frontend/program.h"

#include <optional>
#include <string>
#include <vector>

namespace minigo {

class PackageSummaries {
public:
  virtual ~PackageSummaries() = default;

  // For each function declaration with a body, in the order of files and of declarations, its
  // summary, or an empty text where the body is wanted. None if the package must be compiled: its
  // bodies are parsed and checked then. Asked for once for each package, after its imports (sorted
  // by path) were checked; of the package's files only the package clause and the imports are
  // known. The text of its files must have been compiled without errors before, with imports that
  // declare the same.
  virtual std::optional<std::vector<std::string>> find(const Package& package,
                                                       llvm::ArrayRef<const Package*> imports) = 0;
  // A package whose bodies were checked, without errors.
  virtual void checked(const Package& package) = 0;
};

} // namespace minigo
