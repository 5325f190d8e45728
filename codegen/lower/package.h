// Lowering of a whole package.
#pragma once

#include "codegen/lower/lower.h"
#include "codegen/print/line_origin.h"

#include <optional>
#include <vector>

namespace minigo {

struct LoweredPackage {
  std::optional<cxx::Unit> header; // of packages that others import, or that are split
  std::vector<cxx::Unit> sources;
  std::vector<LineOrigin> lineOrigins; // if asked for
};

LoweredPackage lowerPackage(const Program& program, const Package& package,
                            const CodegenOptions& options, Arena& arena);

} // namespace minigo
