#include "codegen/analyze/unsupported.h"

#include "codegen/analyze/eval_order.h"

#include <cstdlib>

namespace minigo {

using llvm::cast;
using llvm::dyn_cast;
using llvm::dyn_cast_or_null;
using llvm::isa;

namespace {

class Finder {
public:
  explicit Finder(std::vector<Unsupported>& found) : found_(found) {}

  void visit(const ast::Node* node) {
    check(node);
    ast::forEachChild(const_cast<ast::Node*>(node), [&](ast::Node* child) { visit(child); });
  }

private:
  void report(SourcePos pos, llvm::StringRef construct) {
    found_.push_back({pos, construct.str()});
  }

  void check(const ast::Node* node) {
    switch (node->kind) {
    case ast::Kind::SelectStmt: return report(node->pos, "select statement");
    case ast::Kind::SendStmt: return report(node->pos, "send statement");
    case ast::Kind::ChanTypeExpr: return report(node->pos, "channel type");
    case ast::Kind::UnaryExpr:
      if (cast<ast::UnaryExpr>(node)->op == ast::Op::Recv) report(node->pos, "receive operation");
      return;
    case ast::Kind::RangeStmt:
      if (asUnder<Chan>(cast<ast::RangeStmt>(node)->x->type))
        report(node->pos, "range over channel");
      return;
    case ast::Kind::CallExpr: return call(cast<ast::CallExpr>(node));
    default: return;
    }
  }

  void call(const ast::CallExpr* e) {
    if (e->mode == ast::Mode::Constant) return;
    const Builtin* builtin = builtinOf(e);
    if (!builtin) return;
    if (builtin->id == BuiltinId::Close) report(e->pos, "close of a channel");
  }

  std::vector<Unsupported>& found_;
};

} // namespace

std::vector<Unsupported> findUnsupported(const Program&, const Package& package) {
  std::vector<Unsupported> found;
  Finder finder(found);
  for (const ast::File* file : package.files) {
    for (const ast::Decl* decl : file->decls)
      finder.visit(decl);
  }
  return found;
}

void printUnsupported(const Program& program, llvm::ArrayRef<Unsupported> found,
                      llvm::raw_ostream& os) {
  for (const Unsupported& u : found) {
    Position p = program.sources.position(u.pos);
    os << p.file << ':' << p.line << ':' << p.column
       << ": minigo: not supported yet: " << u.construct << '\n';
  }
}

void reportUnsupportedInLowering(const Program& program, SourcePos pos, llvm::StringRef construct) {
  printUnsupported(program, Unsupported{pos, construct.str()}, llvm::errs());
  std::exit(1);
}

} // namespace minigo
