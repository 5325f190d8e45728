// Wording of errors: operands, positions, hints; and the errors that several constructs share.
#include "frontend/check/checker.h"
#include "frontend/source/unicode.h"

namespace minigo {

using namespace ast;

namespace {

llvm::StringRef modeString(Mode mode) {
  switch (mode) {
  case Mode::NoValue: return "no value";
  case Mode::Builtin: return "built-in";
  case Mode::TypeExpr: return "type";
  case Mode::Constant: return "constant";
  case Mode::Variable: return "variable";
  case Mode::MapIndex: return "map index expression";
  case Mode::Value: return "value";
  case Mode::NilValue: return "nil";
  case Mode::CommaOk: return "comma, ok expression";
  case Mode::CommaErr: return "comma, error expression";
  default: return "invalid operand";
  }
}

// " of struct type T", with what kind of type a name stands for.
std::string typeDescription(const Type* t, Qualifier qualifier) {
  if (!isValid(t)) return " with invalid type";
  std::string s = " of ";
  if (isGeneric(t)) s += "generic ";
  const TypeParam* param = asTypeParam(t);
  if (!param && llvm::isa<Named, Alias>(t)) {
    llvm::StringRef kind = compositeKind(t);
    const Basic* basic = asUnder<Basic>(t);
    s += (kind.empty() && basic ? basic->name : kind).str() + " ";
  }
  s += "type " + typeString(t, qualifier);
  if (param && param->constraint) {
    s += " constrained by " + typeString(param->constraint, qualifier);
    if (hasEmptyTypeSet(t)) s += " with empty type set";
  }
  return s;
}

} // namespace

std::string Checker::operandText(const Operand& x) const {
  if (x.isNil()) {
    if (!x.type || !isValid(x.type)) return "nil (with invalid type)";
    if (isUntyped(x.type)) return "nil";
    return "nil (of type " + show(x.type) + ")";
  }
  std::string name = x.expr ? exprString(x.expr) : "";
  if (!x.expr && x.isConstant()) name = x.value->toString();
  if (!x.expr && x.mode == Mode::TypeExpr) name = show(x.type);

  std::string s;
  bool describes = x.mode != Mode::Invalid && x.mode != Mode::NoValue && x.mode != Mode::Builtin &&
                   x.mode != Mode::TypeExpr && x.type;
  if (describes && isUntyped(x.type)) s = llvm::cast<Basic>(x.type)->name.str() + " ";
  s += modeString(x.mode);
  if (x.isConstant())
    if (std::string value = x.value->toString(); value != name) s += " " + value;
  if (describes && isTyped(x.type))
    s += typeDescription(x.type, Qualifier{&package_, &types_.sources});
  return name.empty() ? s : name + " (" + s + ")";
}

void Checker::emit(SourcePos pos, diag::Kind kind, std::string message) {
  if (env_.errorPos.isValid()) pos = env_.errorPos;
  if (llvm::StringRef m = message; m.contains("requires go1.") && m.contains(" or later"))
    message += versionHint(pos);
  failed_ = true;
  diags_.add(pos, kind, std::move(message));
}

void Checker::versionError(At at, GoVersion needed, const std::string& what) {
  error(at, diag::RequiresVersion, what, needed.str());
}

// Where the language version comes from.
std::string Checker::versionHint(SourcePos pos) const {
  const File* file = pos.isValid() ? files_.lookup(&diags_.sources().fileAt(pos)) : nullptr;
  if (file && !file->goVersion.empty() && parseGoVersion(file->goVersion).atLeast(go1_21))
    return " (file declares //go:build " + file->goVersion.str() + ")";
  return " (-lang was set to " + package_.goVersion + "; check go.mod)";
}

bool Checker::requireVersion(At at, GoVersion needed, const std::string& what) {
  if (allows(needed)) return true;
  versionError(at, needed, what);
  return false;
}

std::string Checker::otherDeclaration(const Object* other) const {
  if (!other->pos.isValid()) return "";
  return "\n\t" + show(other->pos) + ": other declaration of " + other->name.str();
}

void Checker::redeclared(SourcePos pos, llvm::StringRef name, const Object* other) {
  error(pos, diag::Redeclared, name, otherDeclaration(other));
}

std::string Checker::typesSummary(llvm::ArrayRef<const Type*> types, bool variadic,
                                  bool dots) const {
  std::string s = "(";
  for (size_t i = 0; i < types.size(); ++i) {
    const Type* t = types[i];
    bool last = i + 1 == types.size();
    if (i) s += ", ";
    if (last && variadic) {
      s += "...";
      if (auto* slice = llvm::dyn_cast_or_null<Slice>(t)) t = slice->elem;
    }
    if (!t || !isValid(t))
      s += "unknown type";
    else if (isTyped(t))
      s += show(t);
    else if (isNumeric(t))
      s += "number";
    else
      s += llvm::cast<Basic>(t)->name.drop_front(strlen("untyped ")).str();
    if (last && dots) s += "...";
  }
  return s + ")";
}

std::string Checker::lookupHint(const Type* t, llvm::StringRef name, const Object* other,
                                bool structLit) const {
  enum { Missing, Misspelled, Unexported, Inaccessible } problem = Missing;
  if (other) {
    bool sameTail = withoutFirstRune(name) == withoutFirstRune(other->name);
    if (other->package == &package_ || (isExportedName(name) && other->isExported()))
      problem = Misspelled;
    else if (isExportedName(name))
      problem = sameTail ? Unexported : Missing;
    else if (other->isExported())
      problem = sameTail ? Misspelled : Missing;
    else if (name == other->name)
      problem = Inaccessible;
  }
  std::string what = llvm::isa_and_nonnull<Var>(other) ? "field" : "method";
  std::string has = structLit ? "" : what + " ";
  if (problem == Inaccessible)
    return structLit ? "cannot refer to unexported field " + other->name.str() +
                           " in struct literal of type " + show(t)
                     : "cannot refer to unexported " + what + " " + other->name.str();
  std::string s = structLit
                      ? "unknown field " + name.str() + " in struct literal of type " + show(t)
                      : "type " + show(t) + " has no field or method " + name.str();
  if (problem == Misspelled) s += ", but does have " + has + other->name.str();
  if (problem == Unexported) s += ", but does have unexported " + has + other->name.str();
  return s;
}

} // namespace minigo
