// Summaries of the packages that ship with minigo, made when it is built.
#pragma once

#include "tools/minigo/install_layout.h"

#include "frontend/load/package_summaries.h"

namespace minigo {

class BuiltinSummaries : public PackageSummaries {
public:
  BuiltinSummaries(InstallLayout layout, const SourceManager& sources)
      : layout_(std::move(layout)), sources_(sources) {}

  // None for other packages, and if the Go of the package is not what the summaries are about.
  std::optional<std::vector<std::string>> find(const Package& package,
                                               llvm::ArrayRef<const Package*> imports) override;
  void checked(const Package&) override {}

  // Writes those of a package. Returns 0, or 1 after saying what went wrong.
  static int write(const InstallLayout& layout, const Program& program, const Package& package);

protected:
  InstallLayout layout_;
  const SourceManager& sources_;
};

} // namespace minigo
