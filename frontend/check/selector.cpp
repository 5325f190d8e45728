// Selectors, qualified identifiers and method expressions (spec: Selectors, Qualified identifiers,
// Method expressions, Method values).
#include "frontend/check/checker.h"
#include "frontend/source/unicode.h"
#include "frontend/types/standard_names.h"

namespace minigo {

using namespace ast;

void Checker::selector(Operand& x, SelectorExpr* e, bool wantType) {
  x = Operand();
  x.expr = e;
  x.type = invalidType();
  if (qualified(x, e)) return;

  exprOrType(x, e->x, false);
  bool failed = x.isInvalid();
  if (x.mode == Mode::Builtin) {
    error(e->pos, diag::SelectorOnBuiltin, x);
    failed = true;
  } else if (!failed && wantType) {
    error(e->sel, diag::IsNotAType, e);
    failed = true;
  }
  LookupResult found;
  if (!failed) {
    found = lookupFieldOrMethod(types_, x.type, x.mode == Mode::Variable, &package_, e->sel->name);
    if (!found.object) {
      missingSelector(x, e, found);
      failed = true;
    }
  }
  auto* method = llvm::dyn_cast_or_null<Func>(found.object);
  if (method) {
    resolve(method);
    addDependency(method->origin ? method->origin : method);
  }
  if (!failed && x.mode == Mode::TypeExpr) {
    methodExpr(x, e, found);
  } else if (method) {
    recordSelection(e, SelectionKind::Method, x.type, found);
    x.setValue(method->type);
  } else if (!failed) {
    recordSelection(e, SelectionKind::Field, x.type, found);
    x.mode = x.mode == Mode::Variable || found.indirect ? Mode::Variable : Mode::Value;
    x.type = found.object->type;
  }
  if (failed) {
    x.invalidate();
    x.type = invalidType();
  }
  x.expr = e;
}

// Handles package.Name; returns false if e is something else.
bool Checker::qualified(Operand& x, SelectorExpr* e) {
  auto* ident = llvm::dyn_cast<Ident>(e->x);
  auto* name = ident ? llvm::dyn_cast_or_null<PkgName>(lookup(ident->name)) : nullptr;
  if (!name) return false;
  ident->object = name;
  ident->mode = Mode::Package;
  name->used = true;
  qualifiedObject(x, e, name);
  return true;
}

void Checker::qualifiedObject(Operand& x, SelectorExpr* e, PkgName* name) {
  llvm::StringRef sel = e->sel->name;
  const Package* package = name->imported;
  Object* object = package->scope->lookup(sel);
  // Constants are gone where they are used: nothing that gc keeps of a package names those.
  if (object && !object->isExported() && llvm::isa<Const>(object)) object = nullptr;
  if (!object) {
    if (package->builtin && isStandardName(package->path, sel))
      return error(e->sel, diag::NotSupportedYet, package->path.str() + "." + sel.str());
    if (!isIdentifier(sel)) return;
    Object* similar = nullptr;
    for (Object* o : package->scope->objects())
      if (o->isExported() && equalFold(o->name, sel) && (!similar || o->name < similar->name))
        similar = o;
    if (similar) return error(e->sel, diag::UndeclaredQualifiedHint, e, similar->name);
    return error(e->sel, diag::UndeclaredName, e);
  }
  if (!object->isExported()) error(e->sel, diag::NotExported, sel, package->name);
  e->sel->object = object;
  Selection* s = arena().make<Selection>();
  s->kind = SelectionKind::Qualified;
  s->object = object;
  e->selection = s;
  x.type = object->type ? object->type : invalidType();
  switch (object->kind) {
  case ObjectKind::Const:
    x.mode = Mode::Constant;
    x.value = llvm::cast<Const>(object)->value;
    break;
  case ObjectKind::TypeName: x.mode = Mode::TypeExpr; break;
  case ObjectKind::Var: x.mode = Mode::Variable; break;
  case ObjectKind::Func: x.mode = Mode::Value; break;
  case ObjectKind::Builtin:
    x.mode = Mode::Builtin;
    x.builtin = llvm::cast<Builtin>(object)->id;
    break;
  default: break;
  }
  if (x.mode != Mode::Builtin && !isValid(x.type)) x.invalidate();
}

void Checker::missingSelector(const Operand& x, SelectorExpr* e, const LookupResult& found) {
  llvm::StringRef sel = e->sel->name;
  const Type* under = underlying(x.type);
  if (!under || !isValid(under)) return;
  if (found.ambiguous) return error(e->sel, diag::AmbiguousSelector, x.expr, sel);
  if (found.pointerReceiver) {
    if (x.mode == Mode::TypeExpr)
      return error(e->sel, diag::InvalidMethodExpr, x.type, sel, x.type, sel);
    return error(e->sel, diag::PointerMethodOnValue, sel, x.type);
  }
  const Named* named = asNamed(deref(x.type).type);
  const Package* package = named ? named->object->package : nullptr;
  std::string member = named ? named->object->name.str() + "." + sel.str() : "";
  if (package && package->builtin && isStandardName(package->path, member))
    return error(e->sel, diag::NotSupportedYet, package->path.str() + "." + member);
  std::string why;
  if (isInterfacePtr(x.type)) {
    bool param = isTypeParam(llvm::cast<Pointer>(under)->elem);
    llvm::StringRef what = param ? "type parameter" : "interface";
    why = ("type " + show(x.type) + " is pointer to " + what + ", not " + what).str();
  } else {
    LookupResult similar =
        lookupFieldOrMethod(types_, x.type, x.mode == Mode::Variable, &package_, sel, true);
    why = lookupHint(x.type, sel, similar.object, false);
  }
  error(e->sel, diag::UndefinedSelector, x.expr, sel, why);
}

// T.Method: a function with the receiver as first parameter.
void Checker::methodExpr(Operand& x, SelectorExpr* e, const LookupResult& found) {
  auto* method = llvm::dyn_cast<Func>(found.object);
  if (!method) {
    error(e->sel, diag::NoSuchMethod, x.expr, e->sel->name, x.type, e->sel->name);
    x.type = invalidType();
    return x.invalidate();
  }
  recordSelection(e, SelectionKind::MethodExpr, x.type, found);
  const Signature* m = method->signature();
  llvm::ArrayRef<Var*> params = m->params->vars;
  // Parameters are named all or none.
  llvm::StringRef name;
  SourcePos pos = m->receiver ? m->receiver->pos : method->pos;
  if (!params.empty() && !params.front()->name.empty())
    name = m->receiver && !m->receiver->name.empty() ? m->receiver->name : "_";
  llvm::SmallVector<Var*, 4> all{types_.newVar(VarKind::Param, pos, method->package, name, x.type)};
  all.append(params.begin(), params.end());
  Signature* s = newSignature();
  s->typeParams = m->typeParams;
  s->params = types_.tupleOf(all);
  s->results = m->results;
  s->variadic = m->variadic;
  x.setValue(s);
}

} // namespace minigo
