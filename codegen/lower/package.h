// Lowering of a whole package.
#pragma once

#include "codegen/lower/lower.h"

#include <optional>
#include <vector>

namespace minigo {

struct LoweredPackage {
  std::optional<cxx::Unit> header; // of packages that others import, or that are split
  std::vector<cxx::Unit> sources;
};

LoweredPackage lowerPackage(const Program& program, const Package& package,
                            const CodegenOptions& options, Arena& arena);

} // namespace minigo
