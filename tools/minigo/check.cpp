#include "tools/minigo/driver.h"

namespace minigo {

int checkCommand(Arguments args) {
  Options options;
  if (int status = readOptions(kCheck, args, options)) return status;
  if (options.dumpAst) return dumpSyntaxTrees(options);
  if (options.verify) return verifyPackage(options);
  Program program;
  return loadPackage(options, program);
}

} // namespace minigo
