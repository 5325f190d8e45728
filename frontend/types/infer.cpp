// Type inference (spec: Type inference).
#include "frontend/types/infer.h"

#include "frontend/ast/expr_string.h"
#include "frontend/types/lookup.h"
#include "frontend/types/predicates.h"
#include "frontend/types/subst.h"
#include "frontend/types/type_set.h"
#include "frontend/types/type_string.h"
#include "frontend/types/unify.h"
#include "frontend/types/universe.h"

#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallPtrSet.h"

namespace minigo {

namespace {

// "P", "P and Q", "P, Q, and R".
std::string namesOf(llvm::ArrayRef<TypeParam*> params) {
  std::string text;
  for (size_t i = 0; i < params.size(); ++i) {
    if (i > 0) text += params.size() == 2 ? " and " : i + 1 == params.size() ? ", and " : ", ";
    text += params[i]->object->name;
  }
  return text;
}

// The type that the types of a parameter's constraint have in common: the only one as it is
// (single), else the shared underlying type, with a tilde if one of them has.
struct CoreTerm {
  const Type* type = nullptr;
  bool tilde = false;
  bool single = false;
};

CoreTerm coreTerm(const TypeParam* param) {
  CoreTerm core;
  unsigned count = 0;
  bool tilde = false;
  forEachTerm(typeSetOf(param), [&](const Term* term) {
    if (!term) return false;
    ++count;
    core.type = term->type;
    tilde = tilde || term->tilde;
    return true;
  });
  core.tilde = tilde;
  core.single = count == 1;
  if (count != 1) core.type = commonUnder(param);
  return core;
}

// Clears inferred types that contain their own parameter, directly or through others: to replace
// parameters in them would never end.
class CycleKiller {
public:
  CycleKiller(llvm::ArrayRef<TypeParam*> params, llvm::SmallVectorImpl<const Type*>& inferred)
      : params_(params), inferred_(inferred) {}

  void run() {
    for (const TypeParam* param : params_)
      visit(param);
  }

private:
  std::optional<size_t> indexOf(const Type* t) {
    const auto* it = llvm::find(params_, t);
    return it == params_.end() ? std::nullopt : std::optional<size_t>(it - params_.begin());
  }

  void vars(const Tuple* tuple) {
    if (tuple)
      for (const Var* v : tuple->vars)
        visit(v->type);
  }

  void visit(const Type* t) {
    t = unalias(t);
    if (!t) return;
    if (!open_.insert(t).second) {
      if (std::optional<size_t> i = indexOf(t)) inferred_[*i] = nullptr;
      return;
    }
    parts(t);
    open_.erase(t);
  }

  void parts(const Type* t) {
    switch (t->kind) {
    case TypeKind::Array: return visit(llvm::cast<Array>(t)->elem);
    case TypeKind::Slice: return visit(llvm::cast<Slice>(t)->elem);
    case TypeKind::Pointer: return visit(llvm::cast<Pointer>(t)->elem);
    case TypeKind::Chan: return visit(llvm::cast<Chan>(t)->elem);
    case TypeKind::Map: visit(llvm::cast<Map>(t)->key); return visit(llvm::cast<Map>(t)->elem);
    case TypeKind::Struct:
      for (const Var* field : llvm::cast<Struct>(t)->fields)
        visit(field->type);
      return;
    case TypeKind::Signature:
      vars(llvm::cast<Signature>(t)->params);
      return vars(llvm::cast<Signature>(t)->results);
    case TypeKind::Union:
      for (const Term& term : llvm::cast<Union>(t)->terms)
        visit(term.type);
      return;
    case TypeKind::Interface:
      for (const Func* m : llvm::cast<Interface>(t)->methods)
        visit(m->type);
      for (const Type* e : llvm::cast<Interface>(t)->embedded)
        visit(e);
      return;
    case TypeKind::Named:
      for (const Type* arg : llvm::cast<Named>(t)->typeArgs)
        visit(arg);
      return;
    case TypeKind::TypeParam:
      if (std::optional<size_t> i = indexOf(t); i && inferred_[*i]) visit(inferred_[*i]);
      return;
    default: return;
    }
  }

  llvm::ArrayRef<TypeParam*> params_;
  llvm::SmallVectorImpl<const Type*>& inferred_;
  llvm::SmallPtrSet<const Type*, 8> open_;
};

class Inferrer {
public:
  Inferrer(TypeContext& context, llvm::ArrayRef<TypeParam*> params,
           llvm::ArrayRef<const Type*> given, const Tuple* parameters,
           llvm::ArrayRef<InferenceArgument> arguments, bool reverse)
      : context_(context), params_(params), given_(given.begin(), given.end()),
        parameters_(parameters), arguments_(arguments), reverse_(reverse),
        unifier_(context, params, given) {
    given_.resize(params.size(), nullptr);
    // What is known is put in first, so that mismatches with it are those of a plain call.
    if (parameters_ && !parameters_->vars.empty())
      parameters_ = llvm::cast<Tuple>(subst(context, parameters_, SubstMap(params, given_)));
  }

  Inference run() {
    if (useArguments() && useConstraints() && useUntyped()) simplify();
    return std::move(result_);
  }

private:
  std::string text(const Type* t) { return typeString(context_, t); }
  const Type* parameterType(size_t i) { return parameters_->vars[i]->type; }

  bool fail(SourcePos pos, std::string message) {
    result_.pos = pos;
    result_.message = std::move(message);
    return false;
  }

  bool mismatch(size_t i) {
    const InferenceArgument& arg = arguments_[i];
    const Type* param = parameterType(i);
    SourcePos pos = ast::startPos(arg.expr);
    std::string argument = text(arg.type) + " of " + ast::exprString(arg.expr);
    llvm::SmallVector<const Type*, 4> soFar = unifier_.inferred(params_);
    if (llvm::all_of(soFar, [](const Type* t) { return !t; }))
      return fail(pos, "type " + argument + " does not match " + text(param) + " (cannot infer " +
                           namesOf(params_) + ")");
    const Type* inferred = subst(context_, param, SubstMap(params_, soFar));
    if (inferred == param) return fail(pos, "type " + argument + " does not match " + text(param));
    if (reverse_)
      return fail(pos, "inferred type " + text(inferred) + " for " + text(param) +
                           " does not match type " + argument);
    return fail(pos, "type " + argument + " does not match inferred type " + text(inferred) +
                         " for " + text(param));
  }

  bool useArguments() {
    for (size_t i = 0; i < arguments_.size(); ++i) {
      const InferenceArgument& arg = arguments_[i];
      const Type* param = parameterType(i);
      if (!isParameterized(params_, param) && !isParameterized(params_, arg.type)) continue;
      if (isTyped(arg.type)) {
        if (!unifier_.unify(param, arg.type, Unifier::Assign)) return mismatch(i);
      } else if (llvm::isa<TypeParam>(param) && arg.mode != ast::Mode::NilValue) {
        // An untyped value has a basic type, which only a bare type parameter can match.
        untyped_.push_back(i);
      }
    }
    return true;
  }

  // Constraints may give types for further parameters; repeated while they do.
  bool useConstraints() {
    unsigned before = 0;
    do {
      before = unifier_.unknowns();
      for (const TypeParam* param : params_)
        if (!useConstraint(param)) return false;
    } while (unifier_.unknowns() != before);
    return true;
  }

  bool useConstraint(const TypeParam* param) {
    const Type* known = unifier_.at(param);
    auto unsatisfied = [&](const std::string& cause) {
      return fail(SourcePos(), text(param) + " (type " + text(known) + ") does not satisfy " +
                                   text(param->constraint) + cause);
    };
    CoreTerm core = coreTerm(param);
    if (core.type) {
      if (known) {
        if (!unifier_.unify(known, core.type, Unifier::Inexact)) return unsatisfied("");
      } else if (core.single && !core.tilde) {
        unifier_.set(param, core.type);
      }
    }
    // Methods of a type that still has parameters in it are not known.
    if (!known || isParameterized(params_, known)) return true;
    std::string cause;
    auto unify = [this](const Type* x, const Type* y) {
      return unifier_.unify(x, y, Unifier::Exact);
    };
    if (hasAllMethods(context_, known, constraintInterface(param), true, unify, &cause))
      return true;
    return unsatisfied(" " + cause);
  }

  // Parameters left get the default type of the largest untyped argument.
  bool useUntyped() {
    llvm::MapVector<const TypeParam*, const Type*> largest;
    for (size_t i : untyped_) {
      const auto* param = llvm::cast<TypeParam>(parameterType(i));
      if (unifier_.at(param)) continue;
      const Type*& max = largest[param];
      const Type* type = arguments_[i].type;
      const Type* both = max ? maxType(max, type) : type;
      if (!both)
        return fail(ast::startPos(arguments_[i].expr), "mismatched types " + text(max) + " and " +
                                                           text(type) + " (cannot infer " +
                                                           text(param) + ")");
      max = both;
    }
    for (auto& [param, type] : largest)
      unifier_.set(param, defaultType(type));
    return true;
  }

  // Replaces parameters in inferred types by what was inferred for them, until none are left.
  void simplify() {
    llvm::SmallVector<const Type*, 4> inferred = unifier_.inferred(params_);
    CycleKiller(params_, inferred).run();
    for (bool changed = true; changed;) {
      changed = false;
      SubstMap map(params_, inferred);
      for (size_t i = 0; i < inferred.size(); ++i) {
        if (!inferred[i] || given_[i]) continue;
        const Type* replaced = subst(context_, inferred[i], map);
        if (replaced == inferred[i]) continue;
        inferred[i] = withoutTypeParams(replaced);
        changed = true;
      }
    }
    for (size_t i = 0; i < inferred.size(); ++i) {
      if (inferred[i] && !isParameterized(params_, inferred[i])) continue;
      const TypeName* name = params_[i]->object;
      std::string place =
          name->pos.isValid() ? context_.sources.position(name->pos).toString() : std::string("-");
      fail(SourcePos(), "cannot infer " + name->name.str() + " (declared at " + place + ")");
      return;
    }
    result_.ok = true;
    result_.typeArgs = std::move(inferred);
  }

  // A generic function that was an argument is not generic any more once its parameters are
  // replaced.
  const Type* withoutTypeParams(const Type* t) {
    const auto* signature = llvm::dyn_cast<Signature>(t);
    if (!signature || signature->typeParams.empty() || isParameterized(params_, signature))
      return t;
    Signature* copy = context_.arena.make<Signature>(*signature);
    copy->typeParams = {};
    return copy;
  }

  TypeContext& context_;
  llvm::ArrayRef<TypeParam*> params_;
  llvm::SmallVector<const Type*, 4> given_;
  const Tuple* parameters_;
  llvm::ArrayRef<InferenceArgument> arguments_;
  bool reverse_;
  Unifier unifier_;
  llvm::SmallVector<size_t, 4> untyped_; // arguments for bare type parameters
  Inference result_;
};

} // namespace

Inference infer(TypeContext& context, llvm::ArrayRef<TypeParam*> params,
                llvm::ArrayRef<const Type*> typeArgs, const Tuple* parameters,
                llvm::ArrayRef<InferenceArgument> arguments, bool reverse) {
  Inference result;
  if (typeArgs.size() == params.size() &&
      llvm::all_of(typeArgs, [](const Type* t) { return t != nullptr; })) {
    result.ok = true;
    result.typeArgs.assign(typeArgs.begin(), typeArgs.end());
    return result;
  }
  for (const InferenceArgument& arg : arguments)
    if (arg.mode == ast::Mode::Invalid) return result;
  return Inferrer(context, params, typeArgs, parameters, arguments, reverse).run();
}

} // namespace minigo
