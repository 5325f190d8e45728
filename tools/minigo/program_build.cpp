#include "tools/minigo/program_build.h"

#include "tools/minigo/driver.h"
#include "tools/minigo/errors.h"
#include "tools/minigo/foreign_functions.h"

#include "llvm/Support/FileSystem.h"
#include "llvm/Support/raw_ostream.h"

namespace minigo {

ProgramBuild::ProgramBuild(const Options& options)
    : options_(options), layout_(installLayout()), cache_(Cache::defaultDirectory()),
      toolchain_(layout_, cxxFlags(options)) {}

bool ProgramBuild::wantsWork() const {
  return options_.showsCommands() || options_.keepWork || options_.rebuildAll || options_.escapes;
}

// Which variables -X means is only known when all packages are loaded.
bool ProgramBuild::usesSummaries() const { return !wantsWork() && options_.link.strings.empty(); }

void ProgramBuild::printTimes() {
  if (options_.printTimes) phases_.print(llvm::errs());
}

int ProgramBuild::build() {
  phases_.begin("look for what is there");
  if (int status = toolchain_.find()) return status;
  identity_ = toolchain_.identity() + toolchain_.linkIdentity();
  BuildRequest request(options_, cache_, identity_);
  std::optional<BuildResult> known = wantsWork() ? std::nullopt : request.find();
  if (int status = workspace_.create()) return status;
  if (known && !(options_.isRun && known->programs.size() != 1)) {
    programs_ = std::move(known->programs);
    names_ = std::move(known->names);
    return 0;
  }
  if (options_.keepWork || options_.printCommands)
    llvm::errs() << "WORK=" << workspace_.directory() << '\n';
  if (options_.keepWork) workspace_.keep();
  phases_.begin("parse and check");
  Program program;
  KnownPackages packages(options_, program, toolchain_, cache_, usesSummaries());
  if (int status = loadPackages(options_, program, packages)) return status;
  if (options_.escapes) printEscapes(options_, program);
  for (const Package* root : program.roots)
    names_.push_back(root->importPath.str());
  LinkedStrings strings;
  if (int status = findLinkedStrings(options_.link, program, strings)) return status;
  PackageObjects objects(options_, program, strings, toolchain_, cache_, packages, workspace_);
  if (int status = objects.build(phases_)) return status;
  for (const Package* root : program.roots)
    if (root->name == "main")
      if (int status = link(program, *root, objects)) return status;
  if (program.roots.size() == 1 && programs_.empty() && wantsLibrary(options_))
    if (int status = archive(*program.roots.front(), objects)) return status;
  if (options_.dryRun) return 0;
  phases_.begin("keep for later builds");
  request.keep(program, {names_, programs_});
  cache_.prune();
  phases_.begin("end");
  return 0;
}

int ProgramBuild::link(const Program& program, const Package& package,
                       const PackageObjects& objects) {
  phases_.begin("link");
  BuiltProgram built;
  built.name = programName(options_, package);
  LinkJob job;
  job.objects = objects.objectsOf(package);
  KeyBuilder key("program");
  key.add(identity_);
  key.add(package.importPath);
  key.addList(objects.keysOf(package));
  job.lineOrigins = objects.lineOriginsOf(package);
  for (const LineOrigin& origin : job.lineOrigins)
    key.add(std::to_string(origin.line) + origin.name);
  built.key = key.key();
  programs_.push_back(built);
  if (!wantsWork() && cache_.find(built.key, ".exe")) return 0;
  job.output = workspace_.file("program" + std::to_string(programs_.size()));
  job.target = options_.output.empty() ? built.name : options_.output;
  job.subject = packageSubject(options_, package);
  job.package = package.importPath.str();
  job.explainUndefined = [&program](llvm::ArrayRef<std::string> names) {
    return reportForeignFunctions(program, names);
  };
  if (int status = toolchain_.link(job, workspace_)) return status;
  linked_[built.key] = job.output;
  if (!options_.dryRun) cache_.add(built.key, ".exe", job.output);
  return 0;
}

// The objects of one package, without those of what it imports, as the go command has it.
int ProgramBuild::archive(const Package& package, const PackageObjects& objects) {
  phases_.begin("link");
  KeyBuilder key("library");
  key.add(identity_);
  key.addList(objects.ownKeysOf(package));
  const BuiltProgram built{programName(options_, package), key.key(), /*isLibrary=*/true};
  programs_.push_back(built);
  if (!wantsWork() && cache_.find(built.key, ".exe")) return 0;
  LinkJob job;
  job.objects = objects.ownObjectsOf(package);
  job.output = workspace_.file("library.a");
  job.target = options_.output;
  job.subject = packageSubject(options_, package);
  if (int status = toolchain_.archive(job, workspace_)) return status;
  linked_[built.key] = job.output;
  if (!options_.dryRun) cache_.add(built.key, ".exe", job.output);
  return 0;
}

int ProgramBuild::write(const BuiltProgram& program, OutputFile& output) {
  phases_.begin("write");
  std::string from = linked_.lookup(program.key);
  if (from.empty()) from = cache_.find(program.key, ".exe").value_or("");
  if (options_.showsCommands())
    llvm::errs() << workspace_.shown({"cp", from, output.finalPath()}) << '\n';
  if (options_.dryRun) return 0;
  if (from.empty())
    return fail("the cache lost " + program.name + " during the build; another build will do");
  if (output.has(from, program.isLibrary)) return 0;
  if (std::error_code error = llvm::sys::fs::copy_file(from, output.temporaryPath()))
    return failOnFile("cannot write", output.finalPath(), error);
  return output.commit(program.isLibrary);
}

} // namespace minigo
