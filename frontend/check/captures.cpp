// Facts about variables for code generation: what function literals capture, which variables are
// assigned again or have their address taken. A walk over the checked package, so that captures
// come in the order of the source whatever the order of checking was.
#include "frontend/check/checker.h"

#include "frontend/ast/walk.h"

namespace minigo {

using namespace ast;

namespace {

// Local variables: those that live in a function's frame.
Var* localVar(Object* o) {
  auto* v = llvm::dyn_cast_or_null<Var>(o);
  return v && v->varKind != VarKind::Package && v->varKind != VarKind::Field ? v : nullptr;
}

// The local variable that e designates or is a part of, without following pointers; or null.
Var* rootVariable(Expr* e) {
  for (;;) {
    e = unparen(e);
    if (auto* ident = llvm::dyn_cast<Ident>(e)) return localVar(ident->object);
    if (auto* selector = llvm::dyn_cast<SelectorExpr>(e)) {
      const Selection* s = selector->selection;
      if (!s || s->kind != SelectionKind::Field || s->indirect) return nullptr;
      e = selector->x;
    } else if (auto* index = llvm::dyn_cast<IndexExpr>(e)) {
      if (!index->x->type || !asUnder<Array>(index->x->type)) return nullptr;
      e = index->x;
    } else {
      return nullptr;
    }
  }
}

class VariableFacts {
public:
  explicit VariableFacts(Arena& arena) : arena_(arena) {}

  void visit(Node* n) {
    walk(n, [&](Node* child) { return enter(child); });
  }

private:
  struct Literal {
    FuncLit* node;
    llvm::SmallVector<Object*, 8> captures;
    llvm::SmallDenseSet<Object*, 8> known;
  };

  // Returns whether the walk goes on below n.
  bool enter(Node* n) {
    switch (n->kind) {
    case Kind::FuncDecl: results_ = llvm::cast<FuncDecl>(n)->signature->results; break;
    case Kind::FuncLit: literal(llvm::cast<FuncLit>(n)); return false;
    case Kind::Ident: use(llvm::cast<Ident>(n)); break;
    case Kind::AssignStmt: assign(llvm::cast<AssignStmt>(n)); break;
    case Kind::RangeStmt: range(llvm::cast<RangeStmt>(n)); break;
    case Kind::ReturnStmt:
      if (!llvm::cast<ReturnStmt>(n)->results.empty())
        for (Field* f : results_)
          if (f->name) setReassigned(localVar(f->name->object));
      break;
    case Kind::UnaryExpr:
      if (llvm::cast<UnaryExpr>(n)->op == Op::And)
        setAddressTaken(rootVariable(llvm::cast<UnaryExpr>(n)->x));
      break;
    case Kind::SliceExpr: {
      auto* s = llvm::cast<SliceExpr>(n);
      if (s->x->type && asUnder<Array>(s->x->type)) setAddressTaken(rootVariable(s->x));
      break;
    }
    case Kind::SelectorExpr: select(llvm::cast<SelectorExpr>(n)); break;
    default: break;
    }
    return true;
  }

  void literal(FuncLit* lit) {
    FieldList outerResults = results_;
    results_ = lit->signature->results;
    literals_.push_back(Literal{lit, {}, {}});
    forEachChild(lit, [&](Node* child) { visit(child); });
    lit->captures = arena_.copy<Object*>(literals_.back().captures);
    literals_.pop_back();
    results_ = outerResults;
  }

  void use(Ident* ident) {
    Var* v = localVar(ident->object);
    if (!v || literals_.empty() || v->function == literals_.back().node) return;
    for (Literal& lit : llvm::reverse(literals_)) {
      if (v->function == lit.node) break;
      v->captured = true;
      if (lit.known.insert(v).second) lit.captures.push_back(v);
    }
  }

  void assign(AssignStmt* s) {
    for (size_t i = 0; i < s->lhs.size(); ++i)
      if (!s->define || !s->newVars[i]) setReassigned(rootVariable(s->lhs[i]));
  }

  void range(RangeStmt* s) {
    if (!s->define || !s->perIteration)
      for (Expr* e : s->lhs)
        setReassigned(rootVariable(e));
  }

  // A method with pointer receiver called through a variable takes its address.
  void select(SelectorExpr* e) {
    const Selection* s = e->selection;
    if (s && s->kind == SelectionKind::Method && !s->indirect &&
        llvm::cast<Func>(s->object)->pointerReceiver)
      setAddressTaken(rootVariable(e->x));
  }

  static void setReassigned(Var* v) {
    if (v) v->reassigned = true;
  }
  static void setAddressTaken(Var* v) {
    if (v) v->addressTaken = true;
  }

  Arena& arena_;
  std::vector<Literal> literals_; // around the place at hand, outermost first
  FieldList results_;             // of the function at hand
};

} // namespace

void Checker::recordVariableFacts() {
  VariableFacts facts(arena());
  for (File* file : package_.files)
    for (Decl* d : file->decls)
      if (llvm::isa<FuncDecl, VarDecl>(d)) facts.visit(d);
}

} // namespace minigo
