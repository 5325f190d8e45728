#include "tools/minigo/program_build.h"

#include "codegen/analyze/escape_report.h"
#include "tools/minigo/driver.h"
#include "tools/minigo/errors.h"

#include "llvm/Support/FileSystem.h"
#include "llvm/Support/raw_ostream.h"

namespace minigo {

ProgramBuild::ProgramBuild(const Options& options)
    : options_(options), layout_(installLayout()), cache_(Cache::defaultDirectory()),
      toolchain_(layout_, cxxFlags(options)) {}

void ProgramBuild::printTimes() {
  if (options_.printTimes) phases_.print(llvm::errs());
}

int ProgramBuild::build() {
  phases_.begin("look for what is there");
  if (int status = toolchain_.find()) return status;
  identity_ = toolchain_.identity() + toolchain_.linkIdentity();
  const BuildRequest request(options_, cache_, identity_);
  const bool wantsWork = options_.printCommands || options_.keepWork;
  std::optional<BuildResult> known = wantsWork ? std::nullopt : request.find();
  if (int status = workspace_.create()) return status;
  if (known) {
    programs_ = std::move(known->programs);
    names_ = std::move(known->names);
    return 0;
  }
  if (options_.keepWork) {
    llvm::errs() << "WORK=" << workspace_.directory() << '\n';
    workspace_.keep();
  }
  phases_.begin("parse and check");
  Program program;
  if (int status = loadPackages(options_, program)) return status;
  if (options_.escapes) reportEscapes(program);
  for (const Package* root : program.roots)
    names_.push_back(root->importPath.str());
  PackageObjects objects(options_, program, toolchain_, cache_, workspace_);
  if (int status = objects.build(phases_)) return status;
  for (const Package* root : program.roots)
    if (root->name == "main")
      if (int status = link(*root, objects)) return status;
  phases_.begin("keep for later builds");
  request.keep(program, {names_, programs_});
  cache_.prune();
  phases_.begin("end");
  return 0;
}

int ProgramBuild::link(const Package& package, const PackageObjects& objects) {
  phases_.begin("link");
  BuiltProgram built;
  built.name = programName(options_, package);
  LinkJob job;
  job.objects = objects.objectsOf(package);
  KeyBuilder key("program");
  key.add(identity_);
  key.addList(objects.keysOf(package));
  job.lineOrigins = objects.lineOriginsOf(package);
  for (const LineOrigin& origin : job.lineOrigins)
    key.add(std::to_string(origin.line) + origin.name);
  built.key = key.key();
  programs_.push_back(built);
  const bool wantsWork = options_.printCommands || options_.keepWork;
  if (!wantsWork && cache_.find(built.key, ".exe")) return 0;
  job.output = workspace_.file("program" + std::to_string(programs_.size()));
  job.target = options_.output.empty() ? built.name : options_.output;
  job.subject = packageSubject(options_, package);
  if (int status = toolchain_.link(job, workspace_)) return status;
  linked_[built.key] = job.output;
  cache_.add(built.key, ".exe", job.output);
  return 0;
}

int ProgramBuild::write(const BuiltProgram& program, OutputFile& output) {
  phases_.begin("write");
  std::string from = linked_.lookup(program.key);
  if (from.empty()) from = cache_.find(program.key, ".exe").value_or("");
  if (output.has(from)) return 0;
  if (std::error_code error = llvm::sys::fs::copy_file(from, output.temporaryPath()))
    return failOnFile("cannot write", output.finalPath(), error);
  return output.commit();
}

} // namespace minigo
