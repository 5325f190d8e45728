// Statements: dispatch, blocks, declarations, return.
#include "codegen/lower/func.h"

#include "frontend/types/identical.h"

namespace minigo {

using llvm::cast;
using llvm::dyn_cast;
using llvm::dyn_cast_or_null;
using llvm::isa;

namespace {

// Statements whose declarations belong to the block around them, or that mark a place in it.
bool opensNames(const ast::Stmt* s) {
  if (auto* assign = dyn_cast<ast::AssignStmt>(s)) return assign->define;
  return isa<ast::DeclStmt>(s) || isa<ast::LabeledStmt>(s);
}

bool declaresVariable(const std::vector<cxx::Stmt*>& stmts) {
  return llvm::any_of(
      stmts, [](cxx::Stmt* s) { return isa<cxx::VarStmt>(s) || isa<cxx::BindingStmt>(s); });
}

bool isLoop(const cxx::Stmt* s) {
  return isa<cxx::ForStmt>(s) || isa<cxx::RangeForStmt>(s) || isa<cxx::WhileStmt>(s);
}

} // namespace

void FunctionLowerer::stmtList(ast::StmtList list) {
  for (const ast::Stmt* s : list) {
    pos_ = ast::startPos(s);
    const size_t start = statements_.size();
    comment(l.commentBefore(pos_));
    comment(l.commentBehind(pos_, ast::endPos(s)));
    const size_t commented = statements_.size();
    listed(s);
    if (statements_.size() == commented) statements_.resize(start); // nothing to comment on
  }
}

void FunctionLowerer::comment(llvm::StringRef text) {
  if (!text.empty()) emit(b.comment(text));
}

void FunctionLowerer::listed(const ast::Stmt* s) {
  if (!fn_->shape->jumps || opensNames(s)) return stmt(s);
  // C++ does not let a goto pass a declaration: temporaries stay in a block of their own.
  Sink sink(*this);
  stmt(s);
  Stmts stmts = sink.take();
  if (declaresVariable(stmts))
    emit(blockOf(stmts));
  else
    statements_.insert(statements_.end(), stmts.begin(), stmts.end());
}

// A loop at the end needs no block for what was found out before it.
cxx::BlockStmt* FunctionLowerer::blockOf(const Stmts& stmts) {
  auto* last = stmts.empty() ? nullptr : dyn_cast<cxx::BlockStmt>(stmts.back());
  if (!last || last->stmts.empty() || !isLoop(last->stmts.back())) return b.block(stmts);
  Stmts all(stmts.begin(), stmts.end() - 1);
  all.insert(all.end(), last->stmts.begin(), last->stmts.end());
  return b.block(all);
}

cxx::BlockStmt* FunctionLowerer::block(ast::StmtList list, SourcePos clause) {
  LocalNames::Scope scope(locals_);
  Sink sink(*this);
  comment(l.commentBefore(clause));
  stmtList(list);
  return blockOf(sink.take());
}

void FunctionLowerer::stmt(const ast::Stmt* s) {
  switch (s->kind) {
  case ast::Kind::EmptyStmt: return;
  case ast::Kind::BlockStmt: {
    cxx::BlockStmt* inner = block(cast<ast::BlockStmt>(s)->stmts);
    if (!inner->stmts.empty()) emit(inner);
    return;
  }
  case ast::Kind::ExprStmt: return exprStmt(cast<ast::ExprStmt>(s));
  case ast::Kind::DeclStmt: return declStmt(cast<ast::DeclStmt>(s));
  case ast::Kind::AssignStmt: return assignStmt(cast<ast::AssignStmt>(s));
  case ast::Kind::SendStmt: return sendStmt(cast<ast::SendStmt>(s));
  case ast::Kind::SelectStmt: return selectStmt(cast<ast::SelectStmt>(s));
  case ast::Kind::GoStmt: return goStmt(cast<ast::GoStmt>(s));
  case ast::Kind::DeferStmt: return deferStmt(cast<ast::DeferStmt>(s));
  case ast::Kind::ReturnStmt: return returnStmt(cast<ast::ReturnStmt>(s));
  case ast::Kind::BranchStmt: return branchStmt(cast<ast::BranchStmt>(s));
  case ast::Kind::IfStmt: return ifStmt(cast<ast::IfStmt>(s));
  case ast::Kind::ForStmt: return forStmt(cast<ast::ForStmt>(s));
  case ast::Kind::RangeStmt: return rangeStmt(cast<ast::RangeStmt>(s));
  case ast::Kind::SwitchStmt: return switchStmt(cast<ast::SwitchStmt>(s));
  case ast::Kind::TypeSwitchStmt: return typeSwitchStmt(cast<ast::TypeSwitchStmt>(s));
  case ast::Kind::LabeledStmt: return labeledStmt(cast<ast::LabeledStmt>(s));
  default: l.fault(s->pos, ast::kindName(s->kind));
  }
}

void FunctionLowerer::exprStmt(const ast::ExprStmt* s) {
  Expr* x = plain(ast::unparen(s->x));
  if (isa<cxx::CallExpr>(x))
    emit(x);
  else if (!isSimple(x))
    emit(b.staticCast(b.voidType(), x));
}

void FunctionLowerer::declStmt(const ast::DeclStmt* s) {
  for (const ast::Decl* decl : s->decls) {
    if (auto* v = dyn_cast<ast::VarDecl>(decl)) varDecl(v);
  }
}

void FunctionLowerer::varDecl(const ast::VarDecl* decl) {
  llvm::SmallVector<const Var*, 4> vars;
  for (const ast::Ident* name : decl->names)
    vars.push_back(cast<Var>(name->object));
  if (decl->values.empty()) {
    for (const Var* v : vars)
      declareVar(v, nullptr);
    return;
  }
  if (decl->values.size() == 1 && vars.size() > 1)
    return declareTuple(vars, decl->values[0], tupleTypes(decl->values[0], vars.size()));
  if (vars.size() == 1 && isReference(vars[0], decl->values[0]))
    return declareReference(vars[0], decl->values[0]);
  Exprs values;
  for (size_t i = 0; i < vars.size(); ++i)
    values.push_back(vars.size() == 1 ? initialValue(vars[i], decl->values[i])
                                      : exprAs(decl->values[i], vars[i]->type));
  for (size_t i = 0; i < vars.size(); ++i)
    declareVar(vars[i], values[i]);
}

// A variable that is only called is the lambda itself; on the heap it needs a type with a name.
cxx::Expr* FunctionLowerer::initialValue(const Var* v, const ast::Expr* value) {
  auto* lit = dyn_cast<ast::FuncLit>(ast::unparen(value));
  bool isLambda =
      lit && v->name != "_" && !analysis.onHeap(v) && isCalledOnly(analysis.variables.of(v), lit);
  if (isLambda) return lambdaOf(lit);
  return exprAs(value, v->type);
}

// The C++ variable of this type for v.
cxx::VarStmt* FunctionLowerer::varStmtOf(const Var* v, cxx::Type* type, Expr* init) {
  Name name = locals_.declare(v);
  fn_->declared.insert(v);
  return declarations_[v] = b.varStmt(type, name, init);
}

// The same with a value of type t, in the form for such values.
cxx::VarStmt* FunctionLowerer::varStmtFor(const Var* v, const Type* t, Expr* init) {
  const bool isLambda = llvm::isa_and_nonnull<cxx::LambdaExpr>(init);
  cxx::VarStmt* s = varStmtOf(v, isLambda ? b.autoType() : l.type(t), init);
  auto* construct = dyn_cast_or_null<cxx::ConstructExpr>(init);
  if (!init) {
    const Basic* basic = under<Basic>(t);
    if (under<Struct>(t) || under<Array>(t) || (basic && basic->info & kIsComplex)) {
      s->init = b.initList();
      s->style = cxx::InitStyle::Braces;
    } else if ((basic && !(basic->info & kIsString)) || under<Pointer>(t)) {
      s->init = l.zero(t);
    }
  } else if (construct && !construct->parens) {
    s->init = b.initFields(construct->inits);
    s->style = cxx::InitStyle::Braces;
  }
  return s;
}

void FunctionLowerer::declareVar(const Var* v, Expr* init) {
  if (v->name == "_" || v->name.empty()) {
    if (init && !isSimple(init)) emit(b.staticCast(b.voidType(), init));
    return;
  }
  if (!analysis.onHeap(v)) return emit(varStmtFor(v, v->type, init));
  fn_->declared.insert(v);
  used_.insert(v);
  cxx::Type* type = l.type(v->type);
  Exprs args;
  if (init) args.push_back(init);
  Name name = locals_.declare(v);
  emit(b.varStmt(b.reference(b.autoType()), name, b.rtCall("onHeap", {type}, args)));
}

void FunctionLowerer::emitReturn(Expr* value) { emit(b.returnStmt(value)); }

// `{}` or `nullptr` for a zero value where C++ knows the type that is wanted.
cxx::Expr* FunctionLowerer::withoutTypeOfZero(Expr* x) {
  auto* construct = dyn_cast<cxx::ConstructExpr>(x);
  if (!construct) return x;
  if (construct->inits.empty()) return b.initList({});
  bool isNull = construct->inits.size() == 1 && isa<cxx::NullLit>(construct->inits[0].value);
  return isNull ? b.null() : x;
}

void FunctionLowerer::returnStmt(const ast::ReturnStmt* s) {
  Function& fn = *fn_;
  llvm::ArrayRef<Var*> results = fn.results ? fn.results->vars : llvm::ArrayRef<Var*>();
  bool leaves = inRangeFunc();
  bool assigns = fn.framed || leaves || (fn.shape->hasCapturedResult && !fn.resultNames.empty());
  if (s->results.empty()) return leaveFunction();
  llvm::SmallVector<const ast::Expr*, 4> list(s->results.begin(), s->results.end());
  Exprs values;
  if (list.size() == 1 && results.size() > 1) {
    const auto* tuple = cast<Tuple>(typeOf(list[0]));
    bool same = true;
    for (size_t i = 0; i < results.size(); ++i)
      same &= identical(l.resolve(tuple->vars[i]->type), l.resolve(results[i]->type));
    Expr* call = expr(list[0]);
    if (same && !assigns) return emitReturn(call);
    Expr* all = tempOf(call, b.autoType(), hintFor(list[0]));
    for (size_t i = 0; i < results.size(); ++i)
      values.push_back(converted(b.member(all, b.names.result(unsigned(i))), tuple->vars[i]->type,
                                 results[i]->type));
  } else {
    values = inSequence(list, [&](size_t i) {
      return results.size() == 1 ? exprAs(list[i], results[i]->type)
                                 : elementAs(list[i], results[i]->type);
    });
  }
  if (assigns) {
    assignResults(values);
    return leaveFunction();
  }
  for (Expr*& value : values)
    value = withoutTypeOfZero(value);
  emitReturn(values.size() == 1 ? values[0] : static_cast<Expr*>(b.initList(values)));
}

// Where deferred calls see and may change the results: assigns them, all values evaluated first.
void FunctionLowerer::assignResults(Exprs& values) {
  llvm::ArrayRef<Name> names = fn_->resultNames;
  auto resultOf = [&](const Expr* value) {
    auto* name = dyn_cast<cxx::NameExpr>(value);
    bool isLocal = name && name->name.parts.size() == 1;
    return isLocal ? llvm::find(names, name->name.last()) - names.begin() : ptrdiff_t(names.size());
  };
  for (size_t i = 0; i + 1 < values.size(); ++i) {
    // The assignments change no variables but the results.
    ptrdiff_t read = resultOf(values[i]);
    bool unchanged = isLiteral(values[i]) || read == ptrdiff_t(i) ||
                     (isa<cxx::NameExpr>(values[i]) && read == ptrdiff_t(names.size()));
    if (!unchanged) values[i] = temp(values[i], fn_->results->vars[i]->type, "result");
  }
  for (size_t i = values.size(); i-- > 0;) {
    if (resultOf(values[i]) == ptrdiff_t(i)) continue;
    emit(b.assign(b.name(names[i]), withoutTypeOfZero(values[i])));
  }
}

} // namespace minigo
