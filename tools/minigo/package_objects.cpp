#include "tools/minigo/package_objects.h"

#include "tools/minigo/driver.h"
#include "tools/minigo/errors.h"

#include "codegen/codegen.h"

#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

#include <cerrno>
#include <unistd.h>

namespace minigo {

PackageObjects::PackageObjects(const Options& options, const Program& program,
                               const CxxToolchain& toolchain, const Cache& cache,
                               Workspace& workspace)
    : options_(options), program_(program), toolchain_(toolchain), cache_(cache),
      workspace_(workspace) {
  KeyBuilder key("packages");
  key.add(toolIdentity());
  key.add(toolchain_.identity());
  base_ = key.key();
}

// A package's C++ depends on its files, where they lie, and on what it imports; see codegen.h.
std::string PackageObjects::goKeyOf(const Package& package) const {
  KeyBuilder key("package");
  key.add(base_);
  for (llvm::StringRef text : {package.path, package.importPath, package.name})
    key.add(text);
  key.add(package.goVersion);
  for (const ast::File* file : package.files) {
    const SourceFile& source = program_.sources.fileAt(file->pos);
    key.add(source.path());
    key.add(source.name());
    key.add(source.text());
  }
  for (const Package* import : package.imports) {
    const auto output = outputs_.find(import);
    key.add(output == outputs_.end() ? import->path : output->second.goKey);
  }
  return key.key();
}

std::string PackageObjects::codeKeyOf(const Package& package, llvm::StringRef text) const {
  KeyBuilder key("code");
  key.add(base_);
  key.add(text);
  for (const Output* output : closureOf(package)) {
    key.add(output->headerName);
    key.add(output->headerKey);
  }
  return key.key();
}

bool PackageObjects::findKnown(Output& output) const {
  const std::optional<std::string> entry = cache_.find(output.goKey, ".package");
  if (!entry || options_.keepWork) return false;
  auto buffer = llvm::MemoryBuffer::getFile(*entry);
  if (!buffer) return false;
  const auto [code, header] = (*buffer)->getBuffer().rtrim().split(' ');
  const std::optional<std::string> object = cache_.find(code, ".o");
  const std::optional<std::string> headerFile =
      header.empty() ? std::string() : cache_.find(header, ".h");
  if (!object || !headerFile) return false;
  output.codeKey = code.str();
  output.headerKey = header.str();
  output.object = *object;
  output.header = *headerFile;
  return output.isKnown = true;
}

int PackageObjects::build(Phases& phases) {
  phases.begin("make C++");
  for (const std::unique_ptr<Package>& package : program_.packages) {
    if (package->builtin) continue;
    Output& output = outputs_[package.get()];
    output.goKey = goKeyOf(*package);
    output.headerName = "go/" + packageFileStem(*package) + ".h";
    if (findKnown(output)) continue;
    if (int status = emit(*package, output)) return status;
  }
  if (!jobs_.empty()) {
    if (int status = linkKnownHeaders()) return status;
    phases.begin("compile C++");
    if (int status = toolchain_.compile(jobs_, workspace_.directory(), workspace_)) return status;
  }
  phases.begin("keep for later builds");
  keepOutputs();
  return 0;
}

// Several main packages are called the same.
std::string PackageObjects::sourceFile(llvm::StringRef name) {
  std::string file = workspace_.file(name);
  for (unsigned n = 2; llvm::sys::fs::exists(file); ++n)
    file = workspace_.file(std::to_string(n) + "/" + name.str());
  return file;
}

// What of a header can matter to an object: comments cannot, but lines must stay where they are.
static std::string headerKeyOf(llvm::StringRef text) {
  KeyBuilder key("header");
  while (!text.empty()) {
    llvm::StringRef line;
    std::tie(line, text) = text.split('\n');
    key.add(line.ltrim().starts_with("//") ? "//" : line);
  }
  return key.key();
}

int PackageObjects::emit(const Package& package, Output& output) {
  CodegenOptions codegen;
  codegen.lineDirectives = true; // tracebacks name Go lines, with and without -g
  // The header comes first.
  for (const EmittedFile& file : emitPackage(program_, package, codegen)) {
    const bool isSource = llvm::StringRef(file.name).ends_with(".cpp");
    if (isSource) {
      output.codeKey = codeKeyOf(package, file.text);
      if (std::optional<std::string> object = cache_.find(output.codeKey, ".o");
          object && !options_.keepWork) {
        output.object = *object;
        return 0;
      }
    }
    const std::string target = isSource ? sourceFile(file.name) : workspace_.file(file.name);
    if (int status = writeFile(target, file.text)) return status;
    if (!isSource) {
      output.header = target;
      output.headerKey = headerKeyOf(file.text);
      continue;
    }
    if (options_.verbose) llvm::errs() << package.importPath << '\n';
    output.object = target + ".o";
    output.isCompiled = true;
    jobs_.push_back({target, output.object, packageSubject(options_, package)});
  }
  return 0;
}

// What is compiled now includes the headers of packages whose C++ was not made.
int PackageObjects::linkKnownHeaders() {
  for (const auto& [package, output] : outputs_) {
    if (!output.isKnown || output.header.empty()) continue;
    const std::string place = workspace_.file(output.headerName);
    if (symlink(output.header.c_str(), place.c_str()) != 0)
      return failOnFile("cannot write", place, {errno, std::generic_category()});
  }
  return 0;
}

// What an entry names is there before it.
void PackageObjects::keepOutputs() {
  for (const auto& [package, output] : outputs_) {
    if (output.isKnown) continue;
    if (!output.header.empty()) cache_.add(output.headerKey, ".h", output.header);
    if (output.isCompiled) cache_.add(output.codeKey, ".o", output.object);
    cache_.addText(output.goKey, ".package", output.codeKey + " " + output.headerKey + "\n");
  }
}

// What a package and all that it imports were made into.
std::vector<const PackageObjects::Output*> PackageObjects::closureOf(const Package& root) const {
  std::vector<const Output*> outputs;
  llvm::SmallPtrSet<const Package*, 16> seen = {&root};
  std::vector<const Package*> open = {&root};
  while (!open.empty()) {
    const Package* package = open.back();
    open.pop_back();
    if (const auto output = outputs_.find(package); output != outputs_.end())
      outputs.push_back(&output->second);
    for (const Package* import : package->imports)
      if (seen.insert(import).second) open.push_back(import);
  }
  return outputs;
}

std::vector<std::string> PackageObjects::objectsOf(const Package& root) const {
  std::vector<std::string> objects;
  for (const Output* output : closureOf(root))
    objects.push_back(output->object);
  return objects;
}

std::vector<std::string> PackageObjects::keysOf(const Package& root) const {
  std::vector<std::string> keys;
  for (const Output* output : closureOf(root))
    keys.push_back(output->codeKey);
  return keys;
}

} // namespace minigo
