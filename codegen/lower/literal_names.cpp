#include "codegen/lower/literal_names.h"

#include "codegen/analyze/eval_order.h"
#include "codegen/lower/shard_units.h"
#include "frontend/types/predicates.h"

namespace minigo {

using llvm::dyn_cast;

LiteralNames::LiteralNames(Lowerer& l, Name function, llvm::StringRef goName)
    : l_(l), function_(function), outermost_{goName.str(), goName.str() + ".func"} {
  own(nullptr, goName);
}

LiteralNames::~LiteralNames() { l_.owners_.clear(); }

void LiteralNames::own(const ast::Node* node, llvm::StringRef name, const Signature* signature) {
  if (!l_.options.lineOrigins) return;
  const bool hasParameters = signature && !signature->params->vars.empty();
  l_.owners_[node] = l_.b.arena().intern(name.str() + (hasParameters ? "(...)" : "()"));
}

void LiteralNames::addIn(const ast::Node* node, Scope& scope) {
  if (auto* literal = dyn_cast<ast::FuncLit>(node)) return addLiteral(literal, scope);
  auto* range = dyn_cast<ast::RangeStmt>(node);
  if (const auto* iterator = range ? asCommonUnder<Signature>(range->x->type) : nullptr) {
    const std::string name = scope.name + "-range" + std::to_string(++scope.rangeCount);
    own(range, name, asCommonUnder<Signature>(iterator->params->vars[0]->type));
    entry(range->pos, range->body->rbrace, name);
  }
  kept_.forEachChild(node, [&](const ast::Node* child) { addIn(child, scope); });
  if (auto* go = dyn_cast<ast::GoStmt>(node)) addWrapper(go, go->call, ".gowrap", scope);
  if (auto* defer = dyn_cast<ast::DeferStmt>(node))
    addWrapper(defer, defer->call, ".deferwrap", scope);
}

void LiteralNames::addLiteral(const ast::FuncLit* literal, Scope& scope) {
  const std::string name = scope.literals + std::to_string(++scope.literalCount);
  own(literal, name, asCommonUnder<Signature>(literal->type));
  entry(literal->pos, literal->body->rbrace, name);
  Scope own{name, name + "."};
  addIn(literal->body, own);
}

void LiteralNames::addWrapper(const ast::Node* stmt, const ast::Expr* e, llvm::StringRef kind,
                              Scope& scope) {
  const auto* call = llvm::cast<ast::CallExpr>(ast::unparen(const_cast<ast::Expr*>(e)));
  const auto* signature = builtinOf(call) ? nullptr : asCommonUnder<Signature>(call->fun->type);
  auto* selector = dyn_cast<ast::SelectorExpr>(ast::unparen(call->fun));
  const bool isMethod =
      selector && selector->selection && selector->selection->kind == ast::SelectionKind::Method;
  if (signature && !isMethod && signature->params->vars.empty() && signature->results->vars.empty())
    return;
  own(stmt, "~" + scope.name + kind.str() + std::to_string(++scope.wrapperCount));
}

// Lines are counted as those of the function's code, by the compiler.
void LiteralNames::entry(SourcePos from, SourcePos to, llvm::StringRef name) {
  if (l_.options.lineOrigins) return;
  cxx::Builder& b = l_.b;
  const SourceManager& sources = l_.program.sources;
  const int lines = int(sources.position(to).line) - int(sources.position(from).line);
  cxx::Decl* decl = b.macro("MG_LITERAL_NAME", {b.plainString(l_.qualifiedText(function_)),
                                                b.integer(lines), b.plainString(name)});
  decl->pos = from;
  l_.addTrace(decl, function_);
}

} // namespace minigo
