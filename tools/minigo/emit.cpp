#include "tools/minigo/builtin_summaries.h"
#include "tools/minigo/driver.h"
#include "tools/minigo/emit_tree.h"
#include "tools/minigo/errors.h"

#include "codegen/codegen.h"

#include "llvm/Support/raw_ostream.h"

namespace minigo {

int emitCommand(Arguments args) {
  Options options;
  if (int status = readOptions(kEmit, args, options)) return status;
  if (options.dumpAst) return dumpSyntaxTrees(options);
  Program program;
  BuiltinSummaries summaries(installLayout(), program.sources);
  if (int status = loadPackages(options, program, summaries)) return status;
  if (program.roots.empty()) return 0; // there was a warning
  if (namesTree(options.output)) return emitTree(options, program);
  CodegenOptions codegen;
  codegen.lineDirectives = options.debugInfo;
  // To be read, a package's header, where its types stand, belongs to it.
  std::vector<EmittedFile> files = emitPackage(program, *program.root(), codegen).files;
  const bool readsHeader = options.output.empty() && files.size() > 1;
  std::string text;
  for (const EmittedFile& file : files) {
    if (readsHeader) text += (text.empty() ? "// " : "\n// ") + file.name + "\n\n";
    if (readsHeader || llvm::StringRef(file.name).ends_with(".cpp")) text += file.text;
  }
  return writeOutput(options, text);
}

} // namespace minigo
