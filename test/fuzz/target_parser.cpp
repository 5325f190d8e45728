// Text to syntax tree, and the tree's text.
#include "frontend/ast/dump.h"
#include "frontend/parse/parse.h"
#include "test/fuzz/target.h"

#include "llvm/Support/raw_ostream.h"

using namespace minigo;

int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  Program program;
  SourceFile& source = fuzz::addInput(program, data, size);
  Diagnostics diags(program.sources);
  ast::File* file = parseFile(source, program.arena, diags);
  ast::dump(*file, llvm::nulls(), &program.sources);
  diags.print(llvm::nulls());
  return 0;
}
