#include "codegen/analyze/escape_report.h"

#include "codegen/analyze/analysis.h"
#include "frontend/ast/expr_string.h"
#include "frontend/ast/walk.h"
#include "frontend/source/source_file.h"
#include "frontend/types/predicates.h"

#include "llvm/Support/raw_ostream.h"

#include <set>

namespace minigo {

using llvm::cast;
using llvm::dyn_cast;
using llvm::dyn_cast_or_null;
using llvm::isa;

namespace {

// An expression as gc prints it here: {...} where messages of the type checker have {…}.
std::string spelled(const ast::Expr* e) {
  const std::string shortened = "{…}";
  std::string text = ast::exprString(e);
  for (size_t at; (at = text.find(shortened)) != std::string::npos;)
    text.replace(at, shortened.size(), "{...}");
  return text;
}

class Reporter {
public:
  explicit Reporter(const Package& package) : package_(package), analysis_(package) {}

  void run() {
    for (const ast::FuncDecl* decl : package_.functions) {
      if (!decl->body) continue;
      if (decl->receiver) params({const_cast<ast::Field*>(decl->receiver)}, decl->signature);
      params(decl->signature->params, decl->signature);
      visit(decl->body);
    }
    for (const Initializer& init : package_.initOrder)
      visit(init.rhs);
  }

  std::set<std::pair<SourcePos, std::string>> lines;

private:
  void say(SourcePos pos, llvm::StringRef what, bool escapes) {
    lines.insert({pos, (what + (escapes ? " escapes to heap" : " does not escape")).str()});
  }

  void visit(const ast::Node* root) {
    ast::walk(const_cast<ast::Node*>(root), [&](ast::Node* n) {
      node(n);
      return true;
    });
  }

  void node(const ast::Node* n) {
    if (auto* e = dyn_cast<ast::Expr>(n); e && analysis_.escapes.isBoxed(e))
      say(e->mode == ast::Mode::Constant ? ast::startPos(e) : e->pos, spelled(e),
          analysis_.escapes.boxOnHeap(e));
    switch (n->kind) {
    case ast::Kind::Ident: {
      auto* v = dyn_cast_or_null<Var>(cast<ast::Ident>(n)->object);
      if (v && v->pos == n->pos && analysis_.onHeap(v))
        lines.insert({v->pos, "moved to heap: " + v->name.str()});
      return;
    }
    case ast::Kind::GoStmt:
      if (auto* call = dyn_cast<ast::CallExpr>(ast::unparen(cast<ast::GoStmt>(n)->call)))
        started_.insert(ast::unparen(call->fun));
      return;
    case ast::Kind::FuncLit: {
      auto* lit = cast<ast::FuncLit>(n);
      // Without a closure of its own, it is called or deferred where it stands.
      const bool isValue = analysis_.escapes.isClosure(lit);
      say(lit->pos, "func literal",
          isValue ? analysis_.escapes.onHeap(lit) : started_.contains(lit));
      return params(lit->signature->params, lit->signature);
    }
    case ast::Kind::UnaryExpr: {
      auto* address = cast<ast::UnaryExpr>(n);
      if (address->op == ast::Op::And && isa<ast::CompositeLit>(ast::unparen(address->x)))
        say(address->pos, spelled(address), analysis_.escapes.onHeap(address));
      return;
    }
    case ast::Kind::CompositeLit: {
      auto* lit = cast<ast::CompositeLit>(n);
      if (lit->typeExpr && (asCommonUnder<Slice>(lit->type) || asCommonUnder<Map>(lit->type)))
        say(lit->pos, spelled(lit), analysis_.escapes.onHeap(lit));
      return;
    }
    case ast::Kind::SelectorExpr: {
      auto* e = cast<ast::SelectorExpr>(n);
      if (analysis_.escapes.isClosure(e)) say(e->pos, spelled(e), analysis_.escapes.onHeap(e));
      return;
    }
    case ast::Kind::CallExpr: return call(cast<ast::CallExpr>(n));
    default: return;
    }
  }

  void call(const ast::CallExpr* e) {
    if (isConversion(e)) return;
    const Builtin* builtin = builtinOf(e);
    if (builtin && (builtin->id == BuiltinId::New || builtin->id == BuiltinId::Make)) {
      if (!asCommonUnder<Chan>(e->type)) say(e->pos, spelled(e), analysis_.escapes.onHeap(e));
    } else if (analysis_.escapes.isClosure(e)) {
      say(e->pos, "... argument", analysis_.escapes.onHeap(e));
    }
  }

  void params(ast::FieldList fields, const ast::FuncTypeExpr* signature) {
    for (const ast::Field* field : fields) {
      auto* v = field->name ? dyn_cast_or_null<Var>(field->name->object) : nullptr;
      if (!v || field->name->isBlank() || !holdsAddress(v->type)) continue;
      if (analysis_.onHeap(v)) {
        lines.insert({v->pos, "moved to heap: " + v->name.str()});
        continue;
      }
      param(v, analysis_.escapes.flowOf(v), signature);
    }
  }

  void param(const Var* v, const ParamFlow& flow, const ast::FuncTypeExpr* signature) {
    const std::string name = v->name.str();
    bool flows = flow.heap != ParamFlow::kNowhere;
    if (flows)
      lines.insert({v->pos, (flow.heap ? "leaking param content: " : "leaking param: ") + name});
    for (size_t i = 0; i < flow.results.size(); ++i) {
      const int level = flow.result(i);
      if (level >= flow.heap || level == ParamFlow::kNowhere) continue;
      flows = true;
      const ast::Ident* result = signature->results[i]->name;
      lines.insert({v->pos, "leaking param: " + name + " to result " +
                                (result ? result->name.str() : "~r" + std::to_string(i)) +
                                " level=" + std::to_string(level)});
    }
    if (!flows) say(v->pos, name, false);
  }

  const Package& package_;
  Analysis analysis_;
  llvm::DenseSet<const ast::Expr*> started_; // literals that a go statement calls
};

} // namespace

void reportEscapes(const Program& program, llvm::ArrayRef<const Package*> packages) {
  for (const Package* package : packages) {
    Reporter reporter(*package);
    reporter.run();
    if (!reporter.lines.empty()) llvm::errs() << "# " << package->importPath << '\n';
    for (const auto& [pos, text] : reporter.lines)
      llvm::errs() << program.sources.position(pos).toString() << ": " << text << '\n';
  }
}

} // namespace minigo
