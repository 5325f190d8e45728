#include "grammar/parser.h"

#include "GoParser.h"

namespace minigo::grammar {

void parse(ParseTree& tree, SyntaxErrorHandler& handler, size_t maxNesting) {
  tree.nodes.resize(tree.tokenCount);
  tree.root = nullptr;
  GoParser parser(nullptr);
  parser.start(tree, handler, maxNesting);
  try {
    parser.sourceFile();
    parser.finish();
  } catch (const NestingTooDeep&) {
    parser.reportNesting();
  }
}

} // namespace minigo::grammar
