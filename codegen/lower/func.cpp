// Functions (spec: Function declarations): parameters, results and the frame of a body.
#include "codegen/lower/func.h"

namespace minigo {

using llvm::ArrayRef;
using llvm::cast;
using llvm::dyn_cast;
using llvm::dyn_cast_or_null;
using llvm::isa;

FunctionLowerer::FunctionLowerer(Lowerer& lowerer, const Analysis& analysis)
    : l(lowerer), b(lowerer.b), analysis(analysis), locals_(lowerer.here()) {}

FunctionLowerer::ParamList FunctionLowerer::declareParams(const ast::Field* receiver,
                                                          const ast::FuncTypeExpr* signature) {
  ParamList result;
  auto add = [&](const ast::Field* field) {
    auto* v = field->name ? dyn_cast_or_null<Var>(field->name->object) : nullptr;
    const Type* t = v ? v->type : field->typeExpr->type;
    if (!v || field->name->isBlank()) {
      result.params.push_back({l.type(t), Name()});
      result.vars.push_back(nullptr);
      return;
    }
    fn_->declared.insert(v);
    // A parameter on the heap is a reference named after it; the argument gets another name.
    Name argument = analysis.onHeap(v) ? locals_.temp(v->name) : locals_.declare(v);
    result.params.push_back({l.type(t), argument});
    result.vars.push_back(v);
    if (analysis.onHeap(v)) parameterOnHeap(v, argument);
  };
  if (receiver) add(receiver);
  for (const ast::Field* field : signature->params)
    add(field);
  return result;
}

void FunctionLowerer::parameterOnHeap(const Var* v, Name argument) {
  Name name = locals_.declare(v);
  emit(b.varStmt(b.reference(b.autoType()), name,
                 b.rtCall("onHeap", {l.type(v->type)}, {b.name(argument)})));
  used_.insert(v);
}

void FunctionLowerer::dropUnusedParams(ParamList& list) {
  for (size_t i = 0; i < list.params.size(); ++i) {
    if (list.vars[i] && !used_.contains(list.vars[i])) list.params[i].name = Name();
  }
}

// Named results are variables; so are all results of a framed body, which runs in a lambda.
void FunctionLowerer::declareResults(Function& fn, const ast::FuncTypeExpr* type,
                                     const ast::BlockStmt* block) {
  bool named = !type->results.empty() && type->results[0]->name;
  bool framed = fn.shape->form == DeferForm::Framed;
  if (!named && !framed && !fn.shape->returnsFromRangeFunc) return;
  for (const ast::Field* field : type->results) {
    auto* v = named ? dyn_cast_or_null<Var>(field->name->object) : nullptr;
    if (v && !field->name->isBlank()) {
      fn.declared.insert(v);
      declareVar(v, nullptr);
      fn.resultVars.push_back(v);
      fn.resultNames.push_back(locals_.of(v));
      continue;
    }
    Name name = locals_.temp("result");
    const Type* t = fn.results->vars[fn.resultNames.size()]->type;
    if (fn.shape->returnsFromRangeFunc && analysis.escapes.resultsOnHeap(block))
      emit(b.varStmt(b.reference(b.autoType()), name, b.rtCall("onHeap", {l.type(t)}, {})));
    else
      emit(b.varStmt(l.type(t), name, l.zero(t)));
    fn.resultVars.push_back(nullptr);
    fn.resultNames.push_back(name);
  }
}

cxx::Expr* FunctionLowerer::resultValue(Function& fn) {
  Exprs values;
  for (const Var* v : fn.resultVars)
    if (v) used_.insert(v);
  for (Name name : fn.resultNames)
    values.push_back(b.name(name));
  if (values.empty()) return nullptr;
  return values.size() == 1 ? values[0] : static_cast<Expr*>(b.initList(values));
}

bool FunctionLowerer::endsInJump(const Stmts& statements) const {
  if (statements.empty()) return false;
  const cxx::Stmt* last = statements.back();
  return isa<cxx::ReturnStmt>(last) || isa<cxx::GotoStmt>(last) || isa<cxx::BreakStmt>(last) ||
         isa<cxx::ContinueStmt>(last);
}

// The statements of a body go to the sink.
void FunctionLowerer::body(Function& fn, const ast::FuncTypeExpr* type,
                           const ast::BlockStmt* block) {
  const bool isLambda = fn.outer != nullptr;
  if (fn.shape->recovers) {
    fn.recovery = locals_.temp("recovery");
    if (!isLambda) // a literal's wrapper passes it in
      emit(b.varStmt(b.rt("Recovery"), fn.recovery, nullptr));
  }
  declareResults(fn, type, block);
  if (fn.shape->form == DeferForm::Framed) return framedBody(fn, block);
  stmtList(block->stmts);
}

void FunctionLowerer::framedBody(Function& fn, const ast::BlockStmt* block) {
  fn.defers = locals_.temp("defers");
  emit(b.varStmt(b.rt("Defers"), fn.defers, nullptr));
  fn.framed = true;
  cxx::BlockStmt* inner;
  {
    LocalNames::Scope scope(locals_);
    Sink sink(*this);
    stmtList(block->stmts);
    Stmts stmts = sink.take();
    // A return at the very end says nothing in a lambda without result.
    if (auto* last = stmts.empty() ? nullptr : dyn_cast<cxx::ReturnStmt>(stmts.back());
        last && !last->value)
      stmts.pop_back();
    inner = blockOf(stmts);
  }
  fn.framed = false;
  auto* lambda = b.lambda({}, {}, nullptr, inner, cxx::CaptureDefault::ByReference);
  if (!fn.outer) lambda->owner = l.codeOwner(nullptr);
  // Deferred calls run behind the closing brace, whichever return leads there.
  lambda->end = pos_ = block->rbrace;
  emit(b.methodCall(b.name(fn.defers), "run", {lambda}));
  if (Expr* result = resultValue(fn)) emit(b.returnStmt(result));
}

cxx::Function* FunctionLowerer::declaredFunction(const ast::FuncDecl* decl, Name name) {
  auto* object = cast<Func>(decl->name->object);
  const auto* type = cast<Signature>(l.resolve(object->type));
  Function fn;
  fn.node = decl;
  fn.results = type->results;
  fn.shape = &analysis.defers.of(decl);
  fn_ = &fn;
  pos_ = decl->pos;
  ParamList signature = declareParams(decl->receiver, decl->signature);
  body(fn, decl->signature, decl->body);
  dropUnusedParams(signature);
  if (fn.shape->recovers) {
    for (cxx::Stmt* s : statements_) {
      auto* v = dyn_cast<cxx::VarStmt>(s);
      if (!v || v->name != fn.recovery) continue;
      v->style = cxx::InitStyle::Parens;
      v->init = b.addressOf(b.name(name));
    }
  }
  for (auto& [v, stmt] : declarations_) {
    if (used_.contains(v)) continue;
    stmt->specifiers |= cxx::kMaybeUnused;
    // Results with names that only document them.
    if (v->varKind == VarKind::Result) llvm::erase(statements_, stmt);
  }
  // C++ compilers ask for the use of one name of a binding, not of all.
  for (auto& [stmt, vars] : bindings_) {
    if (llvm::none_of(vars, [&](const Var* v) { return used_.contains(v); }))
      stmt->specifiers |= cxx::kMaybeUnused;
  }
  const bool inPlace = !fn.shape->recovers && !decl->isNoinline;
  auto* function = b.function(l.resultType(type->results), name, signature.params,
                              blockOf(statements_), inPlace ? 0 : cxx::kNoInline);
  function->pos = decl->pos;
  function->end = decl->body->rbrace;
  function->owner = l.codeOwner(nullptr);
  fn_ = nullptr;
  return function;
}

// var a, b = f()
void FunctionLowerer::tupleInitializer(const Initializer& init) {
  Expr* value = commaOk(init.rhs);
  if (llvm::all_of(init.lhs, [](const Var* v) { return v->name == "_"; }))
    return emit(b.staticCast(b.voidType(), value));
  auto types = tupleTypes(init.rhs, init.lhs.size());
  Expr* results = tempOf(value, b.autoType(), hintFor(init.rhs));
  for (size_t i = 0; i < init.lhs.size(); ++i) {
    const Var* v = init.lhs[i];
    if (v->name == "_") continue;
    Expr* part = b.member(results, b.names.result(unsigned(i)));
    emit(b.assign(l.object(v), converted(part, types[i], v->type)));
  }
}

void FunctionLowerer::initializer(const Initializer& init) {
  Function fn;
  fn_ = &fn;
  FunctionShape shape;
  fn.shape = &shape;
  pos_ = init.rhs->pos;
  if (init.lhs.size() == 1) {
    const Var* v = init.lhs[0];
    if (v->name == "_")
      emit(b.staticCast(b.voidType(), exprAs(init.rhs, v->type)));
    else
      emit(b.assign(l.object(v), exprAs(init.rhs, v->type)));
  } else {
    tupleInitializer(init);
  }
  fn_ = nullptr;
}

cxx::Function* lowerFunction(Lowerer& lowerer, const Analysis& analysis, const ast::FuncDecl* decl,
                             Name name) {
  return FunctionLowerer(lowerer, analysis).declaredFunction(decl, name);
}

cxx::Function* lowerPrototype(Lowerer& lowerer, const ast::FuncDecl* decl, Name name) {
  auto* object = cast<Func>(decl->name->object);
  const auto* type = cast<Signature>(lowerer.resolve(object->type));
  llvm::SmallVector<cxx::Param, 4> params;
  LocalNames locals(lowerer.here()); // a parameter must not hide the types of those behind it
  auto add = [&](const ast::Field* field) {
    auto* v = field->name ? dyn_cast_or_null<Var>(field->name->object) : nullptr;
    const Type* t = v ? v->type : field->typeExpr->type;
    Name param = v && v->name != "_" ? locals.declare(v) : Name();
    params.push_back({lowerer.type(t), param});
  };
  if (decl->receiver) add(decl->receiver);
  for (const ast::Field* field : decl->signature->params)
    add(field);
  auto* function = lowerer.b.function(lowerer.resultType(type->results), name, params, nullptr);
  function->pos = decl->pos;
  return function;
}

std::vector<cxx::Stmt*> lowerInitializers(Lowerer& lowerer, const Analysis& analysis,
                                          ArrayRef<Initializer> initializers) {
  FunctionLowerer f(lowerer, analysis);
  for (const Initializer& init : initializers) {
    if (!lowerStaticInitializer(lowerer, init)) f.initializer(init);
  }
  return f.takeStatements();
}

// Numbers and strings; all else runs at start.
cxx::Expr* lowerStaticInitializer(Lowerer& lowerer, const Initializer& init) {
  if (init.lhs.size() != 1 || init.rhs->mode != ast::Mode::Constant) return nullptr;
  const Type* t = init.lhs[0]->type;
  if (init.lhs[0]->name == "_" || !asUnder<Basic>(t)) return nullptr;
  if (cxx::Expr* linked = linkedString(lowerer, init.lhs[0])) return linked;
  return literalFor(lowerer, init.rhs->constant, t, init.rhs);
}

cxx::Expr* linkedString(Lowerer& lowerer, const Var* var) {
  const auto found = lowerer.options.linkedStrings.find(var->name.str());
  if (found == lowerer.options.linkedStrings.end()) return nullptr;
  return lowerer.b.string(lowerer.b.arena().intern(found->second));
}

} // namespace minigo
