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
                               const LinkedStrings& strings, const CxxToolchain& toolchain,
                               const Cache& cache, KnownPackages& known, Workspace& workspace)
    : options_(options), program_(program), strings_(strings), toolchain_(toolchain), cache_(cache),
      known_(known), workspace_(workspace) {}

// What of a C++ text can matter to an object: comments cannot, but lines must stay where they are.
static std::string withoutComments(llvm::StringRef text) {
  std::string rest;
  while (!text.empty()) {
    llvm::StringRef line;
    std::tie(line, text) = text.split('\n');
    if (!line.ltrim().starts_with("//")) rest += line;
    rest += '\n';
  }
  return rest;
}

void PackageObjects::addHeaders(HeaderKeys& keys, llvm::StringRef text) const {
  while (!text.empty()) {
    llvm::StringRef line;
    std::tie(line, text) = text.split('\n');
    if (!line.consume_front("#include \"")) continue;
    const auto found = byHeader_.find(line.take_until([](char c) { return c == '"'; }));
    if (found == byHeader_.end()) continue; // the runtime's, or of a built-in package
    const PackageOutput& output = *found->second;
    if (!keys.try_emplace(output.headerName, output.headerKey).second) continue;
    if (auto buffer = llvm::MemoryBuffer::getFile(output.header))
      addHeaders(keys, (*buffer)->getBuffer());
  }
}

std::string PackageObjects::codeKeyOf(llvm::StringRef text, const HeaderKeys& own) const {
  HeaderKeys headers = own;
  addHeaders(headers, text);
  KeyBuilder key("code");
  key.add(known_.base());
  key.add(withoutComments(text));
  for (const auto& [name, headerKey] : headers) {
    key.add(name);
    key.add(headerKey);
  }
  return key.key();
}

int PackageObjects::build(Phases& phases) {
  phases.begin("make C++");
  for (const std::unique_ptr<Package>& package : program_.packages) {
    if (package->builtin) continue;
    PackageOutput& output = known_.output(*package, strings_);
    outputs_[package.get()] = &output;
    output.headerName = "go/" + packageFileStem(*package) + ".h";
    if (!output.isKnown)
      if (int status = emit(*package, output)) return status;
    if (package->name != "main") byHeader_[output.headerName] = &output;
  }
  if (!jobs_.empty()) {
    if (int status = linkKnownHeaders()) return status;
    phases.begin("compile C++");
    if (int status = toolchain_.compile(headerJobs_, workspace_.directory(), workspace_))
      return status;
    if (int status = toolchain_.compile(jobs_, workspace_.directory(), workspace_)) return status;
  }
  if (options_.dryRun) return 0;
  phases.begin("keep for later builds");
  keepOutputs();
  return 0;
}

int PackageObjects::emit(const Package& package, PackageOutput& output) {
  const bool isMain = package.name == "main";
  // Several main packages are called the same. C++ looks for the header beside the source first.
  std::string folder;
  if (isMain && ++mainsMade_ > 1) folder = std::to_string(mainsMade_) + "/";
  CodegenOptions codegen;
  codegen.lineDirectives = true; // tracebacks name Go lines, with and without -g
  codegen.goComments = false;    // for readers
  codegen.separateStart = true;  // the same for all programs that import the same
  // Nobody edits Go's library, and larger parts read the same headers less often.
  constexpr unsigned kLibraryFactor = 8;
  codegen.shardSize = options_.shardSize * (package.standard ? kLibraryFactor : 1);
  // Debuggers and sanitizers do not know about origins.
  codegen.lineOrigins = !options_.debugInfo && !*MINIGO_SANITIZE_FLAGS;
  if (const auto strings = strings_.find(&package); strings != strings_.end())
    codegen.linkedStrings = strings->second;
  HeaderKeys headers;
  EmittedPackage emitted = emitPackage(program_, package, codegen);
  output.lineOrigins = std::move(emitted.lineOrigins);
  std::string header;
  for (const EmittedFile& file : emitted.files) {
    const std::string target = workspace_.file(folder + file.name);
    if (llvm::StringRef(file.name).ends_with(".cpp")) {
      PackagePart part{codeKeyOf(file.text, headers), {}, false};
      if (int status = emitPart(package, output, part, target, file.text)) return status;
      continue;
    }
    if (int status = writeFile(target, file.text)) return status;
    header = target;
    KeyBuilder key("header");
    key.add(withoutComments(file.text));
    headers[output.headerName] = key.key();
    addHeaders(headers, file.text);
    if (isMain) continue;
    output.header = target;
    output.headerKey = headers[output.headerName];
  }
  precompile(package, output, header);
  return 0;
}

// All parts of a large package begin with its header, which is as long as the package.
void PackageObjects::precompile(const Package& package, const PackageOutput& output,
                                const std::string& header) {
  constexpr long kWorthwhile = 4; // parts: to compile the header takes as long as to read it twice
  const long parts =
      llvm::count_if(output.parts, [](const PackagePart& part) { return part.isCompiled; });
  if (parts < kWorthwhile || toolchain_.isClang()) return; // which takes no such file by name
  headerJobs_.push_back({header, header + ".gch", packageSubject(options_, package), true});
}

// Takes the object from the cache, or asks for it to be compiled.
int PackageObjects::emitPart(const Package& package, PackageOutput& output, PackagePart part,
                             const std::string& file, llvm::StringRef text) {
  const std::optional<std::string> object = cache_.find(part.codeKey, ".o");
  if (object && !options_.keepWork && !options_.rebuildAll) {
    part.object = *object;
  } else {
    if (int status = writeFile(file, text)) return status;
    const bool isFirst =
        llvm::none_of(output.parts, [](const PackagePart& p) { return p.isCompiled; });
    if (options_.verbose && isFirst) llvm::errs() << package.importPath << '\n';
    part.object = file + ".o";
    part.isCompiled = true;
    // At once, so that a build that is broken off is not for nothing.
    auto keep = [this, key = part.codeKey, object = part.object] { cache_.add(key, ".o", object); };
    jobs_.push_back({file, part.object, packageSubject(options_, package), false, keep});
  }
  output.parts.push_back(std::move(part));
  return 0;
}

// What is compiled now includes the headers of packages whose C++ was not made.
int PackageObjects::linkKnownHeaders() {
  for (const auto& [package, output] : outputs_) {
    if (!output->isKnown || output->header.empty()) continue;
    const std::string place = workspace_.file(output->headerName);
    if (symlink(output->header.c_str(), place.c_str()) != 0)
      return failOnFile("cannot write", place, {errno, std::generic_category()});
  }
  return 0;
}

// What an entry names is there before it; objects have been kept when they were made.
void PackageObjects::keepOutputs() {
  for (const auto& [package, output] : outputs_) {
    if (output->isKnown) continue;
    if (!output->header.empty()) cache_.add(output->headerKey, ".h", output->header);
    known_.keep(*output);
  }
}

// What a package and all that it imports were made into.
std::vector<const PackageOutput*> PackageObjects::closureOf(const Package& root) const {
  std::vector<const PackageOutput*> outputs;
  llvm::SmallPtrSet<const Package*, 16> seen = {&root};
  std::vector<const Package*> open = {&root};
  while (!open.empty()) {
    const Package* package = open.back();
    open.pop_back();
    if (const auto output = outputs_.find(package); output != outputs_.end())
      outputs.push_back(output->second);
    for (const Package* import : package->imports)
      if (seen.insert(import).second) open.push_back(import);
  }
  return outputs;
}

std::vector<std::string> PackageObjects::objectsOf(const Package& root) const {
  std::vector<std::string> objects;
  for (const PackageOutput* output : closureOf(root))
    for (const PackagePart& part : output->parts)
      objects.push_back(part.object);
  return objects;
}

std::vector<std::string> PackageObjects::ownObjectsOf(const Package& package) const {
  std::vector<std::string> objects;
  for (const PackagePart& part : outputs_.at(&package)->parts)
    objects.push_back(part.object);
  return objects;
}

std::vector<std::string> PackageObjects::ownKeysOf(const Package& package) const {
  std::vector<std::string> keys;
  for (const PackagePart& part : outputs_.at(&package)->parts)
    keys.push_back(part.codeKey);
  return keys;
}

std::vector<LineOrigin> PackageObjects::lineOriginsOf(const Package& root) const {
  std::vector<LineOrigin> origins;
  for (const PackageOutput* output : closureOf(root))
    origins.insert(origins.end(), output->lineOrigins.begin(), output->lineOrigins.end());
  return origins;
}

std::vector<std::string> PackageObjects::keysOf(const Package& root) const {
  std::vector<std::string> keys;
  for (const PackageOutput* output : closureOf(root))
    for (const PackagePart& part : output->parts)
      keys.push_back(part.codeKey);
  return keys;
}

} // namespace minigo
