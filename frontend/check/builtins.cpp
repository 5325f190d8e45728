// Calls of predeclared functions (spec: Built-in functions).
#include "frontend/check/checker.h"

#include "frontend/types/sizes.h"

namespace minigo {

using namespace ast;

namespace {

struct BuiltinRule {
  llvm::StringRef spelling;
  size_t minArgs;
  bool variadic;
};

constexpr BuiltinRule kRules[] = {
#define BUILTIN(Name, Spelling, MinArgs, Variadic, StatementOk) {Spelling, MinArgs, Variadic},
#include "frontend/types/builtins.def"
};

// The array that t is or points to, else t.
const Type* arrayBehind(const Type* t) {
  if (auto* p = llvm::dyn_cast_or_null<Pointer>(unalias(t)))
    if (auto* a = asUnder<Array>(p->elem)) return a;
  return t;
}

// Whether len (or cap) is defined for the underlying type.
bool hasLength(const Type* under, bool isLen) {
  under = under ? arrayBehind(under) : nullptr;
  if (!under) return false;
  if (isLen && (llvm::isa<Map>(under) || isString(under))) return true;
  return llvm::isa<Array, Slice, Chan>(under);
}

} // namespace

// Checks a call of a predeclared function; false after an error. x is the result.
bool Checker::builtin(Operand& x, CallExpr* e, BuiltinId id) {
  const BuiltinRule& rule = kRules[unsigned(id)];
  if (e->hasDots && id != BuiltinId::Append) {
    error(e, diag::DotsToBuiltin, rule.spelling);
    use(e->args);
    return false;
  }
  // len(x) is constant unless x holds a call or receive of its own.
  bool outer = env_.hasCallOrRecv;
  bool isLen = id == BuiltinId::Len || id == BuiltinId::Cap;
  if (isLen) env_.hasCallOrRecv = false;

  OperandList args;
  size_t count = e->args.size();
  bool ownArgs = id == BuiltinId::Make || id == BuiltinId::New || id == BuiltinId::UnsafeOffsetof;
  if (!ownArgs) {
    exprList(args, e->args);
    count = args.size();
  }
  bool ok = llvm::none_of(args, [](const Operand& a) { return a.isInvalid(); });
  if (ok && !args.empty()) x = args.front();
  if (ok && (count < rule.minArgs || (!rule.variadic && count > rule.minArgs))) {
    error(e, diag::BuiltinArgCount, count < rule.minArgs ? "not enough" : "too many", e,
          rule.minArgs, count);
    ok = false;
  }
  ok =
      ok && (id >= BuiltinId::UnsafeAdd ? unsafeCall(x, e, id, args) : builtinCall(x, e, id, args));
  if (isLen) env_.hasCallOrRecv = outer;
  return ok;
}

bool Checker::builtinCall(Operand& x, CallExpr* e, BuiltinId id, OperandList& args) {
  switch (id) {
  case BuiltinId::Append: return builtinAppend(x, e, args);
  case BuiltinId::Len:
  case BuiltinId::Cap: return builtinLen(x, e, id);
  case BuiltinId::Clear: return builtinClear(x, e);
  case BuiltinId::Close: return builtinClose(x, e);
  case BuiltinId::Complex: return builtinComplex(x, e, args);
  case BuiltinId::Copy: return builtinCopy(x, e, args);
  case BuiltinId::Delete: return builtinDelete(x, e, args);
  case BuiltinId::Imag:
  case BuiltinId::Real: return builtinRealImag(x, e, id);
  case BuiltinId::Make: return builtinMake(x, e);
  case BuiltinId::Max:
  case BuiltinId::Min: return builtinMinMax(x, e, id, args);
  case BuiltinId::New: return builtinNew(x, e);
  case BuiltinId::Panic: return builtinPanic(x, e);
  case BuiltinId::Print:
  case BuiltinId::Println: return builtinPrint(x, e, id, args);
  case BuiltinId::Recover: x.setValue(universe().emptyInterface); return true;
  default: return false;
  }
}

// The element type that all slices of x's type set share; else null and the reason.
const Type* Checker::sliceElem(const Operand& x, std::string* cause) const {
  const Type* elem = nullptr;
  bool ok = forAllInTypeSet(x.type, [&](const Type*, const Type* under) {
    auto* s = llvm::dyn_cast_or_null<Slice>(under);
    if (!s)
      *cause = "argument must be a slice; have " + (x.isNil() ? "untyped nil" : show(x));
    else if (elem && !identical(elem, s->elem))
      *cause = "mismatched slice element types " + show(elem) + " and " + show(s->elem) + " in " +
               show(x);
    else
      elem = s->elem;
    return cause->empty();
  });
  return ok ? elem : nullptr;
}

// Whether all of t's type set are strings or byte slices; hasString: some are strings.
bool Checker::bytesOrString(const Type* t, bool* hasString) const {
  return forAllInTypeSet(t, [&](const Type*, const Type* under) {
    auto* s = llvm::dyn_cast_or_null<Slice>(under);
    if (s) return identical(s->elem, universe().byteType);
    if (!under || !isString(under)) return false;
    *hasString = true;
    return true;
  });
}

bool Checker::builtinAppend(Operand& x, CallExpr* e, OperandList& args) {
  std::string cause;
  const Type* elem = sliceElem(x, &cause);
  if (!elem) {
    error(x, diag::InvalidAppend, cause);
    return false;
  }
  const Type* t = x.type;
  // append([]byte, string...) is special.
  bool hasString = false;
  bool special = args.size() == 2 && e->hasDots &&
                 assignable(x, types_.sliceOf(universe().byteType)) &&
                 bytesOrString(args[1].type, &hasString) && hasString;
  if (special) {
    if (isUntyped(args[1].type)) convertUntyped(args[1], basicType(BasicKind::String));
  } else {
    Signature* s = newSignature();
    s->variadic = true;
    auto param = [&](const Type* type) {
      return types_.newVar(VarKind::Param, SourcePos(), nullptr, "", type);
    };
    s->params = types_.tupleOf({param(t), param(types_.sliceOf(elem))});
    GivenTypeArgs given;
    arguments(e, s, given, args);
  }
  x.setValue(t);
  return true;
}

bool Checker::builtinLen(Operand& x, CallExpr*, BuiltinId id) {
  bool isLen = id == BuiltinId::Len;
  const Type* under = underlying(x.type);
  const Constant* value = nullptr;
  bool ok;
  if (isTypeParam(x.type)) {
    ok = forAllInTypeSet(x.type, [&](const Type*, const Type* u) { return hasLength(u, isLen); });
  } else {
    ok = hasLength(under, isLen);
    auto* array = llvm::dyn_cast_or_null<Array>(arrayBehind(under));
    if (ok && isString(under) && x.isConstant())
      value = constants().fromInt64(x.value->stringValue().size());
    else if (ok && array && !env_.hasCallOrRecv)
      value = array->length >= 0 ? constants().fromInt64(array->length) : constants().unknown();
  }
  if (!ok) {
    if (isValid(under)) error(x, diag::InvalidBuiltinArgument, x, isLen ? "len" : "cap");
    return false;
  }
  x.mode = value ? Mode::Constant : Mode::Value;
  x.value = value;
  x.type = basicType(BasicKind::Int);
  return true;
}

bool Checker::builtinClear(Operand& x, CallExpr* e) {
  requireVersion(e->fun, go1_21, "clear");
  bool ok = forAllInTypeSet(x.type, [&](const Type*, const Type* under) {
    return llvm::isa_and_nonnull<Map, Slice>(under);
  });
  if (!ok) {
    error(x, diag::InvalidClear, x);
    return false;
  }
  x.mode = Mode::NoValue;
  return true;
}

bool Checker::builtinClose(Operand& x, CallExpr*) {
  bool ok = forAllInTypeSet(x.type, [&](const Type*, const Type* under) {
    auto* c = llvm::dyn_cast_or_null<Chan>(under);
    if (c && c->dir != Chan::RecvOnly) return true;
    error(x, c ? diag::CloseReceiveOnly : diag::CloseNonChannel, x);
    return false;
  });
  x.mode = Mode::NoValue;
  return ok;
}

bool Checker::builtinCopy(Operand& x, CallExpr*, OperandList& args) {
  Operand& y = args[1];
  bool hasString = false;
  if (!assignable(x, types_.sliceOf(universe().byteType)) || !bytesOrString(y.type, &hasString)) {
    std::string cause;
    const Type* to = sliceElem(x, &cause);
    if (!to) {
      error(x, diag::InvalidCopy, cause);
      return false;
    }
    const Type* from = sliceElem(y, &cause);
    if (!from && !allString(y.type)) {
      error(y, diag::InvalidCopy, cause);
      return false;
    }
    if (!from) from = universe().byteType;
    if (!identical(to, from)) {
      error(x, diag::InvalidCopyElements, x, y, to, from);
      return false;
    }
  }
  if (isUntyped(y.type)) convertUntyped(y, basicType(BasicKind::String));
  x.setValue(basicType(BasicKind::Int));
  return true;
}

bool Checker::builtinDelete(Operand& x, CallExpr*, OperandList& args) {
  const Type* key = nullptr;
  bool ok = forAllInTypeSet(x.type, [&](const Type*, const Type* under) {
    auto* m = llvm::dyn_cast_or_null<Map>(under);
    if (m && (!key || identical(m->key, key))) {
      key = m->key;
      return true;
    }
    error(x, m ? diag::DeleteDifferentKeys : diag::DeleteNonMap, x);
    return false;
  });
  if (!ok) return false;
  x = args[1];
  assignment(x, key, "argument to delete");
  if (x.isInvalid()) return false;
  x.mode = Mode::NoValue;
  return true;
}

bool Checker::builtinMake(Operand& x, CallExpr* e) {
  Expr* first = e->args.front();
  const Type* t = varType(first);
  if (!isValid(t)) return false;
  std::string cause;
  bool ok = forAllInTypeSet(t, [&](const Type*, const Type* under) {
    if (!under)
      cause = "no specific type";
    else if (!llvm::isa<Slice, Map, Chan>(under))
      cause = "type must be slice, map, or channel";
    return cause.empty();
  });
  const Type* common = ok ? commonUnder(t, &cause, &types_) : nullptr;
  if (!common) {
    error(first, diag::CannotMake, first, cause);
    return false;
  }
  size_t min = llvm::isa<Slice>(common) ? 2 : 1;
  if (e->args.size() < min || e->args.size() > min + 1) {
    error(e, diag::MakeArgCount, e, min, min + 1, e->args.size());
    return false;
  }
  int64_t sizes[2] = {-1, -1};
  for (size_t i = 1; i < e->args.size(); ++i)
    index(e->args[i], -1, sizes[i - 1]);
  if (sizes[0] >= 0 && sizes[1] >= 0 && sizes[0] > sizes[1]) error(e->args[1], diag::MakeSwapped);
  x.setValue(t);
  return true;
}

bool Checker::builtinNew(Operand& x, CallExpr* e) {
  Expr* arg = e->args.front();
  exprOrType(x, arg, false);
  exclude(x, bit(Mode::NoValue) | bit(Mode::Builtin));
  if (x.isInvalid()) return false;
  if (x.mode == Mode::TypeExpr) {
    checkVarType(arg, x.type);
  } else {
    if (isUntyped(x.type)) assignment(x, nullptr, "argument to new");
    if (x.isInvalid()) return false;
    requireVersion(e->fun, go1_26, "new(" + show(arg) + ")");
  }
  x.setValue(types_.pointerTo(x.type));
  return true;
}

bool Checker::builtinPanic(Operand& x, CallExpr* e) {
  panics_.insert(e);
  assignment(x, universe().emptyInterface, "argument to panic");
  if (x.isInvalid()) return false;
  x.mode = Mode::NoValue;
  return true;
}

bool Checker::builtinPrint(Operand& x, CallExpr* e, BuiltinId id, OperandList& args) {
  std::string context = ("argument to built-in " + kRules[unsigned(id)].spelling).str();
  for (Operand& a : args) {
    assignment(a, nullptr, context);
    if (a.isInvalid()) return false;
  }
  prints_.push_back(e);
  x.mode = Mode::NoValue;
  return true;
}

} // namespace minigo
