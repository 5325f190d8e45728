// Characters, tokens, literals, lines.
#include "frontend/parse/source_scan.h"
#include "test/fuzz/target.h"

using namespace minigo;

int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  Program program;
  SourceFile& source = fuzz::addInput(program, data, size);
  grammar::ParseTree tree;
  tree.text = std::string_view(source.text().data(), source.text().size());
  parse::ErrorList errors;
  parse::scanSource(source, tree, errors);
  Diagnostics diags(program.sources);
  errors.moveTo(diags);
  return 0;
}
