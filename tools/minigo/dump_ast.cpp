#include "tools/minigo/driver.h"
#include "tools/minigo/errors.h"

#include "frontend/ast/dump.h"
#include "frontend/parse/parse.h"

#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/raw_ostream.h"

namespace minigo {

// Parses only: a tree can be had of a program that has errors, even syntax errors.
int dumpSyntaxTrees(const Options& options) {
  Program program;
  Diagnostics diagnostics(program.sources);
  std::string text;
  llvm::raw_string_ostream os(text);
  for (const std::string& name : options.files) {
    llvm::ErrorOr<std::unique_ptr<llvm::MemoryBuffer>> buffer = llvm::MemoryBuffer::getFile(name);
    if (!buffer) return failOnFile("open", name, buffer.getError());
    SourceFile& source = program.sources.add(name, name, std::move(*buffer));
    ast::dump(*parseFile(source, program.arena, diagnostics), os, &program.sources);
  }
  if (int status = writeOutput(options, text)) return status;
  if (diagnostics.empty()) return 0;
  diagnostics.print(llvm::errs());
  return 1;
}

} // namespace minigo
