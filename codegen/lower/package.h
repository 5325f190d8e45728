// Lowering of a whole package.
#pragma once

#include "codegen/lower/lower.h"

#include <optional>

namespace minigo {

struct LoweredPackage {
  cxx::Unit source;
  std::optional<cxx::Unit> header; // of packages that others import
};

LoweredPackage lowerPackage(const Program& program, const Package& package,
                            const CodegenOptions& options, Arena& arena);

} // namespace minigo
