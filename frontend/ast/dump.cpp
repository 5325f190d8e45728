#include "frontend/ast/dump.h"

#include "frontend/ast/walk.h"

namespace minigo::ast {

namespace {

class Dumper {
public:
  Dumper(llvm::raw_ostream& os, const SourceManager* sources) : os_(os), sources_(sources) {}

  void file(const File& file);
  void node(Node* node);

private:
  // Which of a node's children exist, where that can differ.
  void part(const char* name, const void* child) {
    if (child) os_ << ' ' << name;
  }
  void count(const char* name, size_t n) { os_ << ' ' << name << '=' << n; }
  void flag(const char* name, bool set) {
    if (set) os_ << ' ' << name;
  }
  void position(SourcePos pos);
  void detail(Node* node);
  void exprDetail(Expr* node);
  void typeDetail(Expr* node);
  void stmtDetail(Stmt* node);
  void headerDetail(Stmt* node);
  void declDetail(Decl* node);

  llvm::raw_ostream& os_;
  const SourceManager* sources_;
  unsigned depth_ = 0;
};

void Dumper::position(SourcePos pos) {
  if (sources_) {
    Position p = sources_->physicalPosition(pos);
    os_ << " @" << p.line << ':' << p.column;
  }
  os_ << '\n';
}

void Dumper::file(const File& file) {
  os_ << "File " << file.packageName->name;
  if (!file.buildConstraint.empty()) os_ << " build='" << file.buildConstraint << '\'';
  position(file.pos);
  ++depth_;
  for (Decl* decl : file.decls)
    node(decl);
}

void Dumper::node(Node* node) {
  os_.indent(2 * depth_) << kindName(node->kind);
  detail(node);
  position(node->pos);
  ++depth_;
  forEachChild(node, [this](Node* child) { this->node(child); });
  --depth_;
}

void Dumper::detail(Node* node) {
  if (auto* expr = llvm::dyn_cast<Expr>(node)) return exprDetail(expr);
  if (auto* stmt = llvm::dyn_cast<Stmt>(node)) return stmtDetail(stmt);
  if (auto* decl = llvm::dyn_cast<Decl>(node)) return declDetail(decl);
  if (auto* field = llvm::dyn_cast<Field>(node)) {
    part("name", field->name);
    part("tag", field->tag);
  } else if (auto* clause = llvm::dyn_cast<CaseClause>(node)) {
    flag("default", clause->isDefault);
    count("values", clause->values.size());
  } else if (auto* comm = llvm::dyn_cast<CommClause>(node)) {
    flag("default", !comm->comm);
  }
}

void Dumper::exprDetail(Expr* node) {
  switch (node->kind) {
  case Kind::Ident: os_ << ' ' << llvm::cast<Ident>(node)->name; break;
  case Kind::BasicLit: {
    constexpr const char* kNames[] = {"Int", "Float", "Imag", "Rune", "String"};
    auto* literal = llvm::cast<BasicLit>(node);
    os_ << ' ' << kNames[static_cast<size_t>(literal->litKind)] << ' ';
    for (char c : literal->text) // a raw string may have several lines
      c == '\n' ? os_ << "\\n" : os_ << c;
    break;
  }
  case Kind::CompositeLit: part("type", llvm::cast<CompositeLit>(node)->typeExpr); break;
  case Kind::SliceExpr: {
    auto* slice = llvm::cast<SliceExpr>(node);
    part("low", slice->operands[0]);
    part("high", slice->operands[1]);
    part("max", slice->operands[2]);
    break;
  }
  case Kind::TypeAssertExpr: flag("(type)", !llvm::cast<TypeAssertExpr>(node)->typeExpr); break;
  case Kind::CallExpr: flag("...", llvm::cast<CallExpr>(node)->hasDots); break;
  case Kind::UnaryExpr: os_ << ' ' << spelling(llvm::cast<UnaryExpr>(node)->op); break;
  case Kind::BinaryExpr: os_ << ' ' << spelling(llvm::cast<BinaryExpr>(node)->op); break;
  default: typeDetail(node);
  }
}

void Dumper::typeDetail(Expr* node) {
  if (auto* array = llvm::dyn_cast<ArrayTypeExpr>(node)) {
    flag("[...]", !array->length);
  } else if (auto* func = llvm::dyn_cast<FuncTypeExpr>(node)) {
    count("params", func->params.size());
    count("results", func->results.size());
  } else if (auto* chan = llvm::dyn_cast<ChanTypeExpr>(node)) {
    flag("chan<-", chan->dir == ChanDir::SendOnly);
    flag("<-chan", chan->dir == ChanDir::RecvOnly);
  }
}

void Dumper::stmtDetail(Stmt* node) {
  switch (node->kind) {
  case Kind::AssignStmt: {
    auto* assign = llvm::cast<AssignStmt>(node);
    llvm::StringRef op = spelling(assign->op);
    os_ << ' ' << (assign->define ? ":" : op);
    os_ << (assign->incDec ? op : "=");
    count("left", assign->lhs.size());
    break;
  }
  case Kind::BranchStmt: {
    constexpr const char* kNames[] = {"break", "continue", "goto", "fallthrough"};
    os_ << ' ' << kNames[static_cast<size_t>(llvm::cast<BranchStmt>(node)->branch)];
    break;
  }
  default: headerDetail(node);
  }
}

void Dumper::headerDetail(Stmt* node) {
  if (auto* n = llvm::dyn_cast<IfStmt>(node)) {
    part("init", n->init);
    part("else", n->otherwise);
  } else if (auto* n = llvm::dyn_cast<ForStmt>(node)) {
    part("init", n->init);
    part("cond", n->cond);
    part("post", n->post);
  } else if (auto* n = llvm::dyn_cast<RangeStmt>(node)) {
    flag(":=", n->define);
    count("left", n->lhs.size());
  } else if (auto* n = llvm::dyn_cast<SwitchStmt>(node)) {
    part("init", n->init);
    part("tag", n->tag);
  } else if (auto* n = llvm::dyn_cast<TypeSwitchStmt>(node)) {
    part("init", n->init);
    part("name", n->name);
  }
}

void Dumper::declDetail(Decl* node) {
  flag("group", node->group >= 0);
  switch (node->kind) {
  case Kind::ImportDecl: part("name", llvm::cast<ImportDecl>(node)->name); break;
  case Kind::ConstDecl: {
    auto* decl = llvm::cast<ConstDecl>(node);
    count("iota", decl->iota);
    count("names", decl->names.size());
    part("type", decl->typeExpr);
    break;
  }
  case Kind::VarDecl: {
    auto* decl = llvm::cast<VarDecl>(node);
    count("names", decl->names.size());
    part("type", decl->typeExpr);
    break;
  }
  case Kind::TypeDecl: {
    auto* decl = llvm::cast<TypeDecl>(node);
    count("params", decl->typeParams.size());
    flag("=", decl->isAlias);
    break;
  }
  default: {
    auto* decl = llvm::cast<FuncDecl>(node);
    part("receiver", decl->receiver);
    count("params", decl->typeParams.size());
    part("body", decl->body);
    if (!decl->linkname.empty()) os_ << " linkname='" << decl->linkname << '\'';
  }
  }
}

} // namespace

void dump(const File& file, llvm::raw_ostream& os, const SourceManager* sources) {
  Dumper(os, sources).file(file);
}

} // namespace minigo::ast
