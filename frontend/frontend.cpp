#include "frontend/frontend.h"

#include "frontend/load/loader.h"

namespace minigo {

bool loadProgram(Program& program, llvm::ArrayRef<std::string> files,
                 const FrontendOptions& options, Diagnostics& diags) {
  return Loader(program, options, diags).loadFiles(files);
}

bool loadPackages(Program& program, llvm::ArrayRef<std::string> names,
                  const FrontendOptions& options, Diagnostics& diags) {
  return Loader(program, options, diags).loadNamed(names);
}

} // namespace minigo
