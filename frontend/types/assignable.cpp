// Assignability (spec: Assignability), and the types that untyped values take.
#include "frontend/types/assignable.h"

#include "frontend/types/identical.h"
#include "frontend/types/lookup.h"
#include "frontend/types/predicates.h"
#include "frontend/types/type_set.h"
#include "frontend/types/type_string.h"

namespace minigo {

Implicit representation(TypeContext& context, const ValueInfo& x, const Basic* type) {
  const Constant* value = x.constant;
  if (context.constants.representable(x.constant, type, &value)) return {type, value, Misfit::None};
  if (!isNumeric(x.type) || !isNumeric(type)) return {nullptr, nullptr, Misfit::InvalidConstant};
  bool truncates = !isInteger(x.type) && isInteger(type);
  return {nullptr, nullptr, truncates ? Misfit::TruncatedFloat : Misfit::NumericOverflow};
}

namespace {

constexpr Implicit kMismatch{nullptr, nullptr, Misfit::Mismatch};

// Untyped values that are no constants come from comparisons and shifts.
bool fitsUntyped(const Type* untyped, const Type* target) {
  switch (llvm::cast<Basic>(untyped)->basic) {
  case BasicKind::UntypedBool: return isBoolean(target);
  case BasicKind::UntypedInt:
  case BasicKind::UntypedRune:
  case BasicKind::UntypedFloat:
  case BasicKind::UntypedComplex: return isNumeric(target);
  case BasicKind::UntypedString: return isString(target);
  default: return false;
  }
}

} // namespace

Implicit implicitType(TypeContext& context, const ValueInfo& x, const Type* target) {
  if (x.mode == ast::Mode::Invalid || isTyped(x.type) || !isValid(target))
    return {x.type, nullptr, Misfit::None};
  if (isUntyped(target)) {
    const Type* max = maxType(x.type, target);
    return max ? Implicit{max, nullptr, Misfit::None} : kMismatch;
  }
  if (isKind(x.type, BasicKind::UntypedNil))
    return hasNil(target) ? Implicit{target, nullptr, Misfit::None} : kMismatch;
  const Type* under = underlying(target);
  if (const auto* basic = llvm::dyn_cast<Basic>(under)) {
    if (x.mode == ast::Mode::Constant) {
      Implicit result = representation(context, x, basic);
      if (result.type) result.type = target;
      return result;
    }
    return fitsUntyped(x.type, target) ? Implicit{target, nullptr, Misfit::None} : kMismatch;
  }
  const auto* iface = llvm::dyn_cast<Interface>(under);
  if (!iface) return kMismatch;
  if (isTypeParam(target)) {
    bool fitsAll = forAllInTypeSet(
        target, [&](const Type*, const Type* u) { return u && implicitType(context, x, u).type; });
    return fitsAll ? Implicit{target, nullptr, Misfit::None} : kMismatch;
  }
  // A value in an interface has a type of its own: the default type. It has no methods.
  if (!isAllTypes(typeSetOf(iface))) return kMismatch;
  return {defaultType(x.type), nullptr, Misfit::None};
}

namespace {

class AssignabilityCheck {
public:
  AssignabilityCheck(TypeContext& context, const ValueInfo& x, const Type* T, std::string* cause)
      : context_(context), x_(x), originalT_(T), V_(unalias(x.type)), T_(unalias(T)),
        Vp_(llvm::dyn_cast<TypeParam>(V_)), Tp_(llvm::dyn_cast<TypeParam>(T_)), cause_(cause) {}

  bool run() {
    if (identical(V_, T_)) return true;
    const Type *Vu = underlying(V_), *Tu = underlying(T_);
    if (isUntyped(Vu)) return untyped();
    if (!Vp_ && !Tp_ && (!hasName(V_) || !hasName(T_)) && identical(Vu, Tu)) return true;
    if ((llvm::isa<Interface>(Tu) && !Tp_) || isInterfacePtr(Tu)) {
      if (implements(context_, V_, T_, false, cause_)) return true;
      if (!Vp_) return false;
      // The types of V may be assignable one by one.
      if (cause_) cause_->clear();
    }
    if (llvm::isa<Interface>(Vu) && !Vp_ && implements(context_, T_, V_, false)) {
      if (cause_) *cause_ = "need type assertion";
      return false;
    }
    const auto *Vc = llvm::dyn_cast<Chan>(Vu), *Tc = llvm::dyn_cast<Chan>(Tu);
    if (Vc && Tc && Vc->dir == Chan::Both && identical(Vc->elem, Tc->elem))
      return !hasName(V_) || !hasName(T_);
    if (Tp_ && !hasName(V_)) return toEachOf();
    return Vp_ && !hasName(T_) && fromEachOf();
  }

private:
  std::string text(const Type* t) { return typeString(context_, t); }

  bool untyped() {
    if (!Tp_) return implicitType(context_, x_, T_).type != nullptr;
    return forEachTerm(typeSetOf(Tp_), [&](const Term* term) {
      return term && implicitType(context_, x_, term->type).type;
    });
  }

  bool explain(std::string message) {
    if (cause_) *cause_ = cause_->empty() ? message : message + "\n\t" + *cause_;
    return false;
  }

  bool toEachOf() {
    return forEachTerm(typeSetOf(Tp_), [&](const Term* term) {
      return term && (assignableTo(context_, x_, term->type, cause_) ||
                      explain("cannot assign " + text(x_.type) + " to " + text(term->type) +
                              " (in " + text(Tp_) + ")"));
    });
  }

  bool fromEachOf() {
    return forEachTerm(typeSetOf(Vp_), [&](const Term* term) {
      if (!term) return false;
      ValueInfo x = x_;
      x.type = term->type;
      return assignableTo(context_, x, T_, cause_) ||
             explain("cannot assign " + text(term->type) + " (in " + text(Vp_) + ") to " +
                     text(originalT_));
    });
  }

  TypeContext& context_;
  const ValueInfo& x_;
  const Type* originalT_;
  const Type* V_;
  const Type* T_;
  const TypeParam* Vp_;
  const TypeParam* Tp_;
  std::string* cause_;
};

} // namespace

bool assignableTo(TypeContext& context, const ValueInfo& x, const Type* T, std::string* cause) {
  if (x.mode == ast::Mode::Invalid || !isValid(T) || !x.type) return true; // reported before
  return AssignabilityCheck(context, x, T, cause).run();
}

} // namespace minigo
