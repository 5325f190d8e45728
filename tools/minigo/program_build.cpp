#include "tools/minigo/program_build.h"

#include "tools/minigo/driver.h"

#include "llvm/Support/raw_ostream.h"

namespace minigo {

ProgramBuild::ProgramBuild(const Options& options, const Program& program)
    : options_(options), program_(program), layout_(installLayout()),
      cache_(Cache::defaultDirectory()), toolchain_(layout_, cxxFlags(options)) {}

int ProgramBuild::compile() {
  if (int status = toolchain_.find()) return status;
  if (int status = workspace_.create()) return status;
  if (options_.keepWork) {
    llvm::errs() << "WORK=" << workspace_.directory() << '\n';
    workspace_.keep();
  }
  objects_ = std::make_unique<PackageObjects>(options_, program_, toolchain_, cache_, workspace_);
  if (int status = objects_->build()) return status;
  cache_.prune();
  return 0;
}

int ProgramBuild::link(const Package& package, const OutputFile& output) {
  LinkJob job;
  job.objects = objects_->objectsOf(package);
  job.output = output.temporaryPath();
  job.target = output.finalPath();
  job.subject = packageSubject(options_, package);
  return toolchain_.link(job, workspace_);
}

} // namespace minigo
