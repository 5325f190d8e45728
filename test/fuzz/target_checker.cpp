// A package of one file that imports nothing that can be found.
#include "frontend/check/check.h"
#include "frontend/parse/parse.h"
#include "test/fuzz/target.h"

#include "llvm/Support/raw_ostream.h"

using namespace minigo;

int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  Program program;
  SourceFile& source = fuzz::addInput(program, data, size);
  Diagnostics diags(program.sources);
  ast::File* file = parseFile(source, program.arena, diags);
  for (const Diagnostic& d : diags.all())
    if (llvm::StringRef(d.message).starts_with("syntax error")) return 0;
  if (!file->packageName) return 0;
  Package package;
  package.path = package.importPath = "main";
  package.goVersion = "go1.26";
  package.files.push_back(file);
  checkPackage(program, package, [](llvm::StringRef) -> Package* { return nullptr; }, diags);
  diags.print(llvm::nulls());
  return 0;
}
