#include "tools/minigo/emit_tree.h"

#include "tools/minigo/cxx_toolchain.h"
#include "tools/minigo/driver.h"
#include "tools/minigo/errors.h"

#include "codegen/codegen.h"

#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

#include <set>

namespace minigo {
namespace {

namespace path = llvm::sys::path;

constexpr llvm::StringRef kHead =
    R"(# C++ made from Go by minigo. To build it with the minigo that is on the PATH:
#
#   cmake -S . -B build && cmake --build build
#
# or with another one: cmake -S . -B build -DMINIGO_PREFIX=/usr/local
#
# Tracebacks and debuggers name lines of these files. With "emit -g" they name those of Go.
cmake_minimum_required(VERSION 3.16)
project(@PROJECT@ LANGUAGES CXX)
if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release)
endif()

set(MINIGO_PREFIX "" CACHE PATH "where minigo is installed")
if(MINIGO_PREFIX)
  set(MINIGO ${MINIGO_PREFIX}/bin/minigo)
else()
  find_program(MINIGO minigo)
endif()
execute_process(COMMAND ${MINIGO} env MINIGO_RUNTIME OUTPUT_VARIABLE MINIGO_RUNTIME
                OUTPUT_STRIP_TRAILING_WHITESPACE)
if(NOT EXISTS "${MINIGO_RUNTIME}")
  message(FATAL_ERROR "minigo is not on the PATH: set MINIGO_PREFIX")
endif()
get_filename_component(MINIGO_LIB ${MINIGO_RUNTIME} DIRECTORY)

# What the code means depends on these.
add_library(minigo_runtime INTERFACE)
target_include_directories(minigo_runtime INTERFACE
  ${CMAKE_CURRENT_SOURCE_DIR} ${MINIGO_LIB}/generated ${MINIGO_LIB}/include)
target_compile_options(minigo_runtime INTERFACE
  @FLAGS@)
target_link_libraries(minigo_runtime INTERFACE ${MINIGO_LIB}/end_of_code.o
  -Wl,--start-group ${MINIGO_LIB}/libminigo_packages.a ${MINIGO_RUNTIME} -Wl,--end-group
  @LIBRARIES@)
)";

std::string fill(llvm::StringRef text, llvm::StringRef hole, llvm::StringRef value) {
  const auto [before, after] = text.split(("@" + hole + "@").str());
  return (before + value + after).str();
}

// A name that CMake takes for a target.
std::string targetName(llvm::StringRef name) {
  std::string target;
  for (const char c : name)
    target += llvm::isAlnum(c) || c == '_' || c == '-' || c == '.' ? c : '_';
  return target;
}

class TreeWriter {
public:
  TreeWriter(const Options& options, const Program& program)
      : options_(options), program_(program) {
    codegen_.lineDirectives = options.debugInfo;
    codegen_.shardSize = options.shardSize;
    codegen_.separateStart = true;
    codegen_.separateTables = true;
  }

  int write();

private:
  // Writes a package below `folder`, and lists its sources, one a line.
  int writePackage(const Package& package, const std::string& folder, std::string& sources);
  int writeFileAt(const std::string& name, llvm::StringRef text);
  std::string projectName() const;

  const Options& options_;
  const Program& program_;
  CodegenOptions codegen_;
};

int TreeWriter::writeFileAt(const std::string& name, llvm::StringRef text) {
  llvm::SmallString<128> file(options_.output);
  path::append(file, name);
  const llvm::StringRef folder = path::parent_path(file);
  if (std::error_code error =
          llvm::sys::fs::create_directories(folder, true, llvm::sys::fs::all_all))
    return failOnFile("cannot write", folder.str(), error);
  return replaceFile(file.str().str(), text);
}

int TreeWriter::writePackage(const Package& package, const std::string& folder,
                             std::string& sources) {
  for (const EmittedFile& file : emitPackage(program_, package, codegen_).files) {
    if (int status = writeFileAt(folder + file.name, file.text)) return status;
    if (llvm::StringRef(file.name).ends_with(".cpp")) sources += "  " + folder + file.name + "\n";
  }
  return 0;
}

std::string TreeWriter::projectName() const {
  llvm::SmallString<128> directory(options_.output);
  llvm::sys::fs::make_absolute(directory);
  path::remove_dots(directory, true);
  return targetName(path::filename(directory));
}

int TreeWriter::write() {
  const std::string project = projectName();
  std::string libraries, mains;
  unsigned mainCount = 0;
  for (const Package* root : program_.roots)
    mainCount += root->name == "main";
  for (const std::unique_ptr<Package>& package : program_.packages) {
    if (package->builtin || package->name == "main") continue;
    if (int status = writePackage(*package, "", libraries)) return status;
  }
  const std::string library = project + "_packages";
  const std::string use = libraries.empty() ? "minigo_runtime" : library;
  std::set<std::string> targets = {library, "minigo_runtime"};
  for (const Package* root : program_.roots) {
    if (root->name != "main") continue;
    std::string target = targetName(programName(options_, *root)), sources;
    while (!targets.insert(target).second)
      target += '_';
    if (int status = writePackage(*root, mainCount > 1 ? target + "/" : "", sources)) return status;
    mains += "\nadd_executable(" + target + "\n" + sources + ")\nset_target_properties(" + target +
             " PROPERTIES CXX_STANDARD 20 CXX_EXTENSIONS OFF)\ntarget_link_libraries(" + target +
             " PRIVATE " + use + ")\n";
  }
  std::string text = fill(kHead, "PROJECT", project);
  text = fill(text, "FLAGS", llvm::join(CxxToolchain::semanticFlags(), "\n  "));
  text = fill(text, "LIBRARIES", llvm::join(CxxToolchain::libraries(), " "));
  if (!libraries.empty())
    text += "\nadd_library(" + library + " STATIC\n" + libraries + ")\nset_target_properties(" +
            library + " PROPERTIES CXX_STANDARD 20 CXX_EXTENSIONS OFF)\ntarget_link_libraries(" +
            library + " PUBLIC minigo_runtime)\n";
  return writeFileAt("CMakeLists.txt", text + mains);
}

} // namespace

bool namesTree(llvm::StringRef output) {
  if (output.empty()) return false;
  if (output.ends_with("/") || llvm::sys::fs::is_directory(output)) return true;
  return !llvm::sys::fs::exists(output) && path::extension(output).empty();
}

int emitTree(const Options& options, const Program& program) {
  return TreeWriter(options, program).write();
}

} // namespace minigo
