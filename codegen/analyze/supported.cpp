#include "codegen/analyze/unsupported.h"

#include "codegen/analyze/eval_order.h"

#include <cstdlib>

namespace minigo {

using llvm::cast;
using llvm::dyn_cast;
using llvm::dyn_cast_or_null;
using llvm::isa;

namespace {

// mg::Results has this many fields at most.
constexpr size_t kMaxResults = 8;

class Finder {
public:
  explicit Finder(std::vector<Unsupported>& found) : found_(found) {}

  void visit(const ast::Node* node) {
    check(node);
    const bool isRangeFunc = isRangeOverFunc(node);
    rangeFuncs_ += isRangeFunc;
    if (auto* decl = dyn_cast<ast::FuncDecl>(node)) {
      const Signature* s = cast<Func>(decl->name->object)->signature();
      isGeneric_ = !s->typeParams.empty() || !s->receiverTypeParams.empty();
      isInFunction_ = true;
    }
    const int outer = rangeFuncs_;
    if (isa<ast::FuncLit>(node)) rangeFuncs_ = 0;
    ast::forEachChild(const_cast<ast::Node*>(node), [&](ast::Node* child) { visit(child); });
    rangeFuncs_ = outer - isRangeFunc;
    if (isa<ast::FuncDecl>(node)) isInFunction_ = isGeneric_ = false;
  }

private:
  static bool isRangeOverFunc(const ast::Node* node) {
    auto* range = dyn_cast<ast::RangeStmt>(node);
    return range && asUnder<Signature>(range->x->type);
  }

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
    case ast::Kind::TypeDecl:
      if (isGeneric_ && isInFunction_ && !cast<ast::TypeDecl>(node)->isAlias)
        report(node->pos, "type declaration in a generic function");
      return;
    case ast::Kind::DeferStmt:
      if (rangeFuncs_ > 0) report(node->pos, "defer in the body of a range over a function");
      return;
    case ast::Kind::BranchStmt:
      if (rangeFuncs_ > 0 && cast<ast::BranchStmt>(node)->branch == ast::BranchKind::Goto)
        report(node->pos, "goto in the body of a range over a function");
      return;
    case ast::Kind::FuncTypeExpr:
      if (cast<ast::FuncTypeExpr>(node)->results.size() > kMaxResults)
        report(node->pos, "function with more than 8 results");
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
    switch (builtin->id) {
    case BuiltinId::UnsafeAdd:
    case BuiltinId::UnsafeSlice:
    case BuiltinId::UnsafeSliceData:
    case BuiltinId::UnsafeString:
    case BuiltinId::UnsafeStringData:
    case BuiltinId::UnsafeOffsetof: return report(e->pos, ("unsafe." + builtin->name).str());
    case BuiltinId::Close: return report(e->pos, "close of a channel");
    default: return;
    }
  }

  std::vector<Unsupported>& found_;
  bool isGeneric_ = false, isInFunction_ = false; // the declaration around the current node
  int rangeFuncs_ = 0; // bodies of range over function around the current node
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
