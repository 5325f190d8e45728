// Where minigo finds what it ships: beside its own executable, in the build tree as once installed.
//
//   <prefix>/bin/minigo
//   <prefix>/lib/minigo/include/minigo/minigo.h    headers of the runtime
//   <prefix>/lib/minigo/libminigo_runtime.a        the runtime
//   <prefix>/lib/minigo/end_of_code.o              linked behind what is made from Go files
//   <prefix>/lib/minigo/packages/sync/*.go         Go sources of the built-in packages
//   <prefix>/lib/minigo/generated/go/sync.h        what `minigo build-packages` made of them
//   <prefix>/lib/minigo/libminigo_packages.a
#pragma once

#include <string>

namespace minigo {

struct InstallLayout {
  std::string executable; // the one that runs
  std::string includeDir;
  std::string runtimeLibrary;
  std::string packagesDir;
  std::string generatedDir;
  std::string packagesLibrary;
  std::string endOfCode;
};

// The layout around the running executable; symbolic links to it are followed. The parts need not
// exist.
InstallLayout findInstallLayout(const char* argv0);

} // namespace minigo
