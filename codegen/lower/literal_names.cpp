#include "codegen/lower/literal_names.h"

#include "codegen/lower/shard_units.h"
#include "frontend/ast/walk.h"
#include "frontend/types/predicates.h"

namespace minigo {

void LiteralNames::add(const ast::Node* node) { addIn(node, outermost_); }

void LiteralNames::addIn(const ast::Node* node, Scope& scope) {
  ast::walk(const_cast<ast::Node*>(node), [&](ast::Node* inner) {
    if (auto* literal = llvm::dyn_cast<ast::FuncLit>(inner)) {
      const std::string name = scope.literals + std::to_string(++scope.literalCount);
      entry(literal->pos, literal->body->rbrace, name);
      Scope own{name + ".", name};
      addIn(literal->body, own);
      return false;
    }
    auto* range = llvm::dyn_cast<ast::RangeStmt>(inner);
    if (range && asCommonUnder<Signature>(range->x->type))
      entry(range->pos, range->body->rbrace,
            scope.ranges + "-range" + std::to_string(++scope.rangeCount));
    return true;
  });
}

// Lines are counted as those of the function's code, by the compiler.
void LiteralNames::entry(SourcePos from, SourcePos to, llvm::StringRef name) {
  cxx::Builder& b = l_.b;
  const SourceManager& sources = l_.program.sources;
  const int lines = int(sources.position(to).line) - int(sources.position(from).line);
  cxx::Decl* decl = b.macro("MG_LITERAL_NAME", {b.plainString(l_.qualifiedText(function_)),
                                                b.integer(lines), b.plainString(name)});
  decl->pos = from;
  l_.addTrace(decl, function_);
}

} // namespace minigo
