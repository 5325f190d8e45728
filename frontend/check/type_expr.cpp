// Identifiers and type expressions (spec: Types, Blocks, Declarations and scope).
#include "frontend/check/checker.h"
#include "frontend/source/unicode.h"

namespace minigo {

using namespace ast;

static llvm::StringRef objectKind(const Object* o) {
  switch (o->kind) {
  case ObjectKind::PkgName: return "package name";
  case ObjectKind::Const: return "constant";
  case ObjectKind::TypeName: return "defined type";
  case ObjectKind::Func:
    return llvm::cast<Func>(o)->signature() && llvm::cast<Func>(o)->signature()->receiver
               ? "method"
               : "function";
  case ObjectKind::Label: return "label";
  case ObjectKind::Builtin: return "built-in function";
  case ObjectKind::Nil: return "untyped nil";
  case ObjectKind::Var: break;
  }
  switch (llvm::cast<Var>(o)->varKind) {
  case VarKind::Package: return "package-level variable";
  case VarKind::Local: return "local variable";
  case VarKind::Param: return "parameter";
  case VarKind::Result: return "result variable";
  case VarKind::Receiver: return "receiver";
  case VarKind::Field: return "struct field";
  }
  return "";
}

void Checker::ident(Operand& x, Ident* e, bool wantType) {
  x.invalidate();
  x.expr = e;
  const Scope* scope = nullptr;
  Object* object = lookup(e->name, &scope);
  if (!object) {
    if (e->isBlank()) return error(e, diag::BlankAsValue);
    if (!isIdentifier(e->name)) return;
    return error(e, diag::UndeclaredName, e->name);
  }
  bool since18 = object == universe().comparableObject || object == universe().anyObject;
  if (since18 && !requireVersion(e, go1_18, "predeclared " + e->name.str())) return;
  e->object = object;
  bool isType = llvm::isa<TypeName>(object);
  if (!isType && wantType) {
    error(e, diag::IsNotAType, object->name + (" (" + objectKind(object) + ")").str());
    if (auto* v = llvm::dyn_cast<Var>(object)) v->used = true;
    return;
  }
  // A type being declared is looked at again, so that cycles are found.
  if (object->package == &package_ && (!object->type || (isType && wantType))) objDecl(object);
  if (auto it = dotImports_.find({scope, object}); it != dotImports_.end()) it->second->used = true;
  if (identObject(x, e, object, object->type) && object->type) x.type = object->type;
}

// Sets mode and value; false if there is none to use.
bool Checker::identObject(Operand& x, Ident* e, Object* object, const Type* t) {
  switch (object->kind) {
  case ObjectKind::PkgName: error(e, diag::PackageAsValue, object->name); return false;
  case ObjectKind::Const:
    addDependency(object);
    if (!isValid(t)) return false;
    x.value = llvm::cast<Const>(object)->value;
    if (object == universe().iota) {
      x.value = env_.iota;
      if (!x.value) {
        error(e, diag::IotaOutside);
        return false;
      }
    }
    x.mode = Mode::Constant;
    return true;
  case ObjectKind::TypeName: x.mode = Mode::TypeExpr; return true;
  case ObjectKind::Var:
    if (object->package == &package_) llvm::cast<Var>(object)->used = true;
    addDependency(object);
    if (!isValid(t)) return false;
    x.mode = Mode::Variable;
    return true;
  case ObjectKind::Func:
    addDependency(object);
    x.mode = Mode::Value;
    return true;
  case ObjectKind::Builtin:
    x.builtin = llvm::cast<Builtin>(object)->id;
    x.mode = Mode::Builtin;
    x.type = invalidType();
    return true;
  case ObjectKind::Nil: x.mode = Mode::NilValue; return true;
  case ObjectKind::Label: break;
  }
  return false;
}

const Type* Checker::varType(Expr* e) {
  const Type* t = definedType(e, nullptr);
  checkVarType(e, t);
  return t;
}

// An interface that is more than a method set may only be a constraint.
void Checker::checkVarType(Expr* e, const Type* t) {
  if (isTypeParam(t) || llvm::isa<Basic>(t)) return;
  later([this, e, t] {
    auto* iface = asUnder<Interface>(t);
    if (!iface) return;
    checkInterface(const_cast<Interface*>(iface), startPos(e));
    const TypeSet& set = typeSetOf(iface);
    if (isMethodSet(set)) return;
    error(e, set.comparable ? diag::ComparableOutsideConstraint : diag::ConstraintOutsideConstraint,
          t);
  });
}

// def: the type name that e is the right side of the declaration of, or null.
const Type* Checker::definedType(Expr* e, TypeName* def) {
  const Type* t = typeInternal(e, def);
  if (isGeneric(t)) {
    error(e, diag::GenericTypeNotInstantiated, t);
    t = invalidType();
  }
  recordType(e, t);
  return t;
}

// A generic type; else Invalid, with a reason unless an error was reported.
const Type* Checker::genericType(Expr* e, std::string* cause) {
  const Type* t = typeInternal(e, nullptr);
  if (isValid(t) && !isGeneric(t)) {
    if (cause) *cause = show(t) + " is not a generic type";
    t = invalidType();
  }
  recordType(e, t);
  return t;
}

const Type* Checker::typeInternal(Expr* e, TypeName* def) {
  if (deep(e)) return invalidType();
  switch (e->kind) {
  case Kind::BadExpr: return invalidType();
  case Kind::Ident:
  case Kind::SelectorExpr: return namedTypeExpr(e);
  case Kind::IndexExpr: return instantiatedType(llvm::cast<IndexExpr>(e));
  case Kind::ParenExpr: return definedType(llvm::cast<ParenExpr>(e)->inner, def);
  case Kind::ArrayTypeExpr: return arrayType(llvm::cast<ArrayTypeExpr>(e));
  case Kind::SliceTypeExpr: return types_.sliceOf(varType(llvm::cast<SliceTypeExpr>(e)->elem));
  case Kind::StructTypeExpr: return structType(llvm::cast<StructTypeExpr>(e));
  case Kind::FuncTypeExpr: return funcType(nullptr, {}, llvm::cast<FuncTypeExpr>(e));
  case Kind::InterfaceTypeExpr: return interfaceType(llvm::cast<InterfaceTypeExpr>(e), def);
  case Kind::MapTypeExpr: return mapType(llvm::cast<MapTypeExpr>(e));
  case Kind::ChanTypeExpr: return chanType(llvm::cast<ChanTypeExpr>(e));
  case Kind::EllipsisExpr: error(e, diag::MisplacedEllipsis); return invalidType();
  case Kind::UnaryExpr:
    if (llvm::cast<UnaryExpr>(e)->op == Op::Mul) return pointerType(llvm::cast<UnaryExpr>(e));
    break;
  default: break;
  }
  error(e, diag::IsNotAType, e);
  use(e);
  return invalidType();
}

const Type* Checker::namedTypeExpr(Expr* e) {
  Operand x;
  if (auto* name = llvm::dyn_cast<Ident>(e))
    ident(x, name, true);
  else
    selector(x, llvm::cast<SelectorExpr>(e), true);
  if (x.mode == Mode::TypeExpr) return x.type;
  if (!x.isInvalid()) error(x, diag::IsNotAType, x);
  return invalidType();
}

const Type* Checker::arrayType(ArrayTypeExpr* e) {
  int64_t length = -1;
  if (e->length)
    length = arrayLength(e->length);
  else
    error(e, diag::OpenArrayOutsideLiteral);
  const Type* elem = varType(e->elem);
  return length < 0 ? static_cast<const Type*>(invalidType()) : types_.arrayOf(length, elem);
}

int64_t Checker::arrayLength(Expr* e) {
  // A misspelled constraint in a type parameter list looks like an array's length.
  if (auto* name = llvm::dyn_cast<Ident>(e)) {
    Object* object = lookup(name->name);
    if (!object || !llvm::isa<Const>(object)) {
      error(e, object ? diag::InvalidArrayLengthName : diag::UndefinedArrayLength, name->name);
      return -1;
    }
  }
  Operand x;
  expr(x, e);
  if (!x.isConstant()) {
    if (!x.isInvalid()) error(x, diag::ArrayLengthNotConstant, x);
    return -1;
  }
  if (isUntyped(x.type) || isInteger(x.type)) {
    const Constant* value = constants().toInt(x.value);
    if (value->kind() == ConstantKind::Int &&
        constants().representable(value, basicType(BasicKind::Int)))
      if (std::optional<int64_t> n = value->int64Value(); n && *n >= 0) return *n;
  }
  error(x, isInteger(x.type) ? diag::InvalidArrayLength : diag::ArrayLengthNotInteger, x);
  return -1;
}

const Type* Checker::pointerType(UnaryExpr* e) {
  const Type* elem = varType(e->x);
  return isValid(elem) ? static_cast<const Type*>(types_.pointerTo(elem)) : invalidType();
}

const Type* Checker::mapType(MapTypeExpr* e) {
  const Type* key = varType(e->key);
  const Type* elem = varType(e->value);
  later([this, e, key] {
    if (isComparable(key)) return;
    error(e->key, diag::InvalidMapKey, key,
          isTypeParam(key) ? " (missing comparable constraint)" : "");
  });
  return types_.mapOf(key, elem);
}

const Type* Checker::chanType(ChanTypeExpr* e) {
  Chan::Dir dir = e->dir == ChanDir::SendOnly   ? Chan::SendOnly
                  : e->dir == ChanDir::RecvOnly ? Chan::RecvOnly
                                                : Chan::Both;
  const Chan* type = types_.chanOf(dir, varType(e->elem));
  channels_.emplace_back(e, type);
  return type;
}

// Types of all expressions; false if one is invalid.
bool Checker::typeList(ExprList list, llvm::SmallVectorImpl<const Type*>& types) {
  bool ok = true;
  for (Expr* e : list) {
    types.push_back(varType(e));
    ok &= isValid(types.back());
  }
  return ok;
}

} // namespace minigo
