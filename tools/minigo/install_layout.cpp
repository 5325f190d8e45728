#include "tools/minigo/install_layout.h"

#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

namespace minigo {

InstallLayout findInstallLayout(const char* argv0) {
  namespace path = llvm::sys::path;
  // The address of any function in this executable serves where /proc is not mounted.
  const std::string executable = llvm::sys::fs::getMainExecutable(
      argv0, reinterpret_cast<void*>(reinterpret_cast<intptr_t>(&findInstallLayout)));
  const llvm::StringRef prefix = path::parent_path(path::parent_path(executable));
  const auto below = [&](llvm::StringRef name) {
    llvm::SmallString<128> result = prefix;
    path::append(result, "lib", "minigo", name);
    return result.str().str();
  };
  return {executable,
          below("include"),
          below("libminigo_runtime.a"),
          below("packages"),
          below("generated"),
          below("libminigo_packages.a"),
          below("end_of_code.o")};
}

} // namespace minigo
