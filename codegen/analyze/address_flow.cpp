#include "codegen/analyze/address_flow.h"

#include "codegen/analyze/defer_info.h"
#include "codegen/analyze/eval_order.h"
#include "frontend/ast/walk.h"
#include "frontend/types/sizes.h"

namespace minigo {

using llvm::cast;
using llvm::dyn_cast;
using llvm::dyn_cast_or_null;
using llvm::isa;

namespace {

// Larger variables live on the heap when their address is taken: goroutines' stacks should stay
// small while they wait.
constexpr int64_t kLargest = 16 << 10;

const Var* localVariable(const ast::Expr* e) {
  auto* name = dyn_cast<ast::Ident>(e);
  auto* v = name ? dyn_cast_or_null<Var>(name->object) : nullptr;
  return v && v->varKind != VarKind::Package && v->varKind != VarKind::Field ? v : nullptr;
}

// Whether values of t are followed.
bool holdsAddress(const Type* t) {
  if (!t) return false;
  auto* basic = asUnder<Basic>(t);
  return asUnder<Pointer>(t) || asUnder<Slice>(t) ||
         (basic && basic->basic == BasicKind::UnsafePointer);
}

} // namespace

// The flows within one function, literals in it included.
class AddressFlow::Function {
public:
  explicit Function(AddressFlow& all) : all_(all) {}

  bool isComplete = false; // analyze has returned
  llvm::DenseSet<const Var*> escaping;

  void analyze(const ast::Node* body) {
    visit(body);
    llvm::SmallVector<const Var*, 8> work(escaping.begin(), escaping.end());
    while (!work.empty()) {
      for (const Var* source : sources_.lookup(work.pop_back_val()))
        if (escaping.insert(source).second) work.push_back(source);
    }
    isComplete = true;
  }

private:
  using Roots = llvm::SmallVector<const Var*, 2>;

  void children(const ast::Node* node) {
    ast::forEachChild(const_cast<ast::Node*>(node), [&](ast::Node* child) { visit(child); });
  }

  // Statements, and expressions whose value is only looked at.
  void visit(const ast::Node* node) {
    if (!node) return;
    switch (node->kind) {
    case ast::Kind::AssignStmt: return assign(cast<ast::AssignStmt>(node));
    case ast::Kind::VarDecl: return varDecl(cast<ast::VarDecl>(node));
    case ast::Kind::CallExpr: return call(cast<ast::CallExpr>(node), false);
    case ast::Kind::GoStmt:
    case ast::Kind::DeferStmt: return started(node);
    case ast::Kind::ReturnStmt:
    case ast::Kind::SendStmt:
    case ast::Kind::CompositeLit: return escapeChildren(node);
    case ast::Kind::RangeStmt: return range(cast<ast::RangeStmt>(node));
    case ast::Kind::SelectorExpr: return selector(cast<ast::SelectorExpr>(node));
    case ast::Kind::IndexExpr: return index(cast<ast::IndexExpr>(node));
    case ast::Kind::TypeAssertExpr:
    case ast::Kind::KeyValueExpr: return escapeChildren(node);
    default: return children(node);
    }
  }

  // e's value goes where nobody follows it.
  void escape(const ast::Expr* e) {
    for (const Var* root : rootsOf(e))
      escaping.insert(root);
    visit(e);
  }

  void escapeChildren(const ast::Node* node) {
    ast::forEachChild(const_cast<ast::Node*>(node), [&](ast::Node* child) {
      if (auto* e = dyn_cast<ast::Expr>(child))
        escape(e);
      else
        visit(child);
    });
  }

  // Variables whose address e's value may be, or hold: variables themselves, or those that hold
  // such an address.
  Roots rootsOf(const ast::Expr* e) const {
    e = ast::unparen(e);
    if (e->mode == ast::Mode::TypeExpr) return {};
    if (const Var* v = localVariable(e)) return holdsAddress(v->type) ? Roots{v} : Roots{};
    if (auto* unary = dyn_cast<ast::UnaryExpr>(e))
      return unary->op == ast::Op::And ? rootsOfPlace(unary->x) : Roots{};
    if (auto* slice = dyn_cast<ast::SliceExpr>(e))
      return asUnder<Array>(slice->x->type) ? rootsOfPlace(slice->x) : rootsOf(slice->x);
    if (auto* selector = dyn_cast<ast::SelectorExpr>(e)) return rootsOfReceiver(selector);
    auto* call = dyn_cast<ast::CallExpr>(e);
    if (!call || call->args.empty() || !holdsAddress(call->type)) return {};
    const Builtin* builtin = builtinOf(call);
    bool derives = isConversion(call);
    switch (builtin ? builtin->id : BuiltinId::Len) {
    case BuiltinId::Append:
    case BuiltinId::UnsafeAdd:
    case BuiltinId::UnsafeSlice:
    case BuiltinId::UnsafeSliceData: derives = true; break;
    default: break;
    }
    return derives ? rootsOf(call->args[0]) : Roots{};
  }

  // The same for the address of the variable or part of one that e denotes.
  Roots rootsOfPlace(const ast::Expr* e) const {
    e = ast::unparen(e);
    if (const Var* v = localVariable(e)) return {v};
    if (auto* unary = dyn_cast<ast::UnaryExpr>(e))
      return unary->op == ast::Op::Mul ? rootsOf(unary->x) : Roots{};
    if (auto* index = dyn_cast<ast::IndexExpr>(e))
      return asUnder<Array>(index->x->type) ? rootsOfPlace(index->x) : rootsOf(index->x);
    auto* selector = dyn_cast<ast::SelectorExpr>(e);
    const ast::Selection* s = selector ? selector->selection : nullptr;
    if (!s || s->kind != ast::SelectionKind::Field) return {};
    return asUnder<Pointer>(selector->x->type) ? rootsOf(selector->x) : rootsOfPlace(selector->x);
  }

  // Of a method value: the receiver that it holds.
  Roots rootsOfReceiver(const ast::SelectorExpr* e) const {
    const ast::Selection* s = e->selection;
    if (!s || s->kind != ast::SelectionKind::Method) return {};
    auto* method = dyn_cast_or_null<Func>(s->object);
    if (method && method->pointerReceiver && !asUnder<Pointer>(e->x->type))
      return rootsOfPlace(e->x);
    return rootsOf(e->x);
  }

  void selector(const ast::SelectorExpr* e) {
    for (const Var* root : rootsOfReceiver(e)) // a method value, kept by whom nobody knows
      escaping.insert(root);
    if (e->selection && e->selection->kind != ast::SelectionKind::Qualified) visit(e->x);
  }

  // A map may keep the key.
  void index(const ast::IndexExpr* e) {
    bool isMap = e->x->type && asUnder<Map>(e->x->type);
    visit(e->x);
    for (const ast::Expr* i : e->indices)
      isMap ? escape(i) : visit(i);
  }

  // The value of e is kept in v from now on.
  void bind(const Var* v, const ast::Expr* e) {
    Roots roots = rootsOf(e);
    visit(e);
    if (roots.empty()) return;
    bool follows = v->varKind == VarKind::Local && holdsAddress(v->type) && !v->captured;
    for (const Var* root : roots) {
      if (root == v) continue;
      // Declared later, it is gone before the root is.
      if (follows && v->pos > root->pos && v->function == root->function)
        sources_[v].push_back(root);
      else
        escaping.insert(root);
    }
  }

  void assign(const ast::AssignStmt* s) {
    for (size_t i = 0; i < s->lhs.size(); ++i) {
      auto* isNew =
          s->define && i < s->newVars.size() ? dyn_cast_or_null<Var>(s->newVars[i]) : nullptr;
      const Var* v = isNew ? isNew : localVariable(ast::unparen(s->lhs[i]));
      if (!isNew) visit(s->lhs[i]);
      if (i >= s->rhs.size()) continue;
      auto* name = dyn_cast<ast::Ident>(ast::unparen(s->lhs[i]));
      if (v && s->lhs.size() == s->rhs.size())
        bind(v, s->rhs[i]);
      else if (s->op != ast::Op::None || (name && name->isBlank()))
        visit(s->rhs[i]);
      else
        escape(s->rhs[i]);
    }
  }

  void varDecl(const ast::VarDecl* decl) {
    for (size_t i = 0; i < decl->values.size(); ++i) {
      auto* v = dyn_cast_or_null<Var>(decl->names[i]->object);
      if (v && decl->values.size() == decl->names.size())
        bind(v, decl->values[i]);
      else
        escape(decl->values[i]);
    }
  }

  // go and defer: the operands outlive this place.
  void started(const ast::Node* node) {
    const ast::Expr* e =
        isa<ast::GoStmt>(node) ? cast<ast::GoStmt>(node)->call : cast<ast::DeferStmt>(node)->call;
    if (auto* c = dyn_cast<ast::CallExpr>(ast::unparen(e))) call(c, true);
  }

  void range(const ast::RangeStmt* s) {
    visit(s->x);
    bool isFunction = asUnder<Signature>(s->x->type);
    if (!s->define)
      for (const ast::Expr* lhs : s->lhs)
        visit(lhs);
    if (!isFunction) return visit(s->body);
    // The body is a function of its own: addresses that are used in it are not followed.
    ast::walk(s->body, [&](ast::Node* n) {
      auto* e = dyn_cast<ast::Expr>(n);
      const Var* v = e ? localVariable(e) : nullptr;
      if (v && v->pos < ast::startPos(s->body)) escaping.insert(v);
      return true;
    });
    visit(s->body);
  }

  void call(const ast::CallExpr* e, bool outlives) {
    const Builtin* builtin = builtinOf(e);
    if (builtin || isConversion(e)) return builtinCall(e, builtin, outlives);
    const Func* callee = outlives ? nullptr : staticCallee(e);
    if (callee && callee->origin) callee = callee->origin;
    const ast::FuncDecl* decl = callee ? callee->decl : nullptr;
    auto* selector = dyn_cast<ast::SelectorExpr>(ast::unparen(e->fun));
    bool isMethod =
        selector && selector->selection && selector->selection->kind == ast::SelectionKind::Method;
    if (isMethod) {
      Roots roots = rootsOfReceiver(selector);
      if (!roots.empty() &&
          receiverLeaks(callee, decl, decl ? receiverOf(decl) : nullptr, selector->x))
        escaping.insert(roots.begin(), roots.end());
      visit(selector->x);
    } else {
      visit(e->fun);
    }
    for (size_t i = 0; i < e->args.size(); ++i) {
      const Var* param = decl ? paramOf(decl, i, e->hasDots) : nullptr;
      if (rootsOf(e->args[i]).empty() || !leaksInto(decl, param, i))
        visit(e->args[i]);
      else
        escape(e->args[i]);
    }
  }

  // Whether a method lets its receiver escape. One with a value receiver only gets what a pointer
  // points to.
  bool receiverLeaks(const Func* callee, const ast::FuncDecl* decl, const Var* receiver,
                     const ast::Expr* x) {
    if (!decl) return true;
    if (!callee->pointerReceiver && asUnder<Pointer>(x->type)) return false;
    if (receiver && !holdsAddress(receiver->type)) return true;
    return receiver ? all_.leaks(decl, receiver) : decl->body == nullptr;
  }

  static const Var* receiverOf(const ast::FuncDecl* decl) {
    return decl->receiver && decl->receiver->name
               ? dyn_cast_or_null<Var>(decl->receiver->name->object)
               : nullptr;
  }

  // The parameter for the i-th argument, if it has a name and is not one of several variadic ones.
  static const Var* paramOf(const ast::FuncDecl* decl, size_t i, bool hasDots) {
    const Signature* s = cast<Func>(decl->name->object)->signature();
    size_t fixed = s->params->vars.size() - (s->variadic && !hasDots ? 1 : 0);
    if (i >= fixed) return nullptr;
    const ast::Field* field = decl->signature->params[i];
    return field->name ? dyn_cast_or_null<Var>(field->name->object) : nullptr;
  }

  bool leaksInto(const ast::FuncDecl* decl, const Var* param, size_t i) {
    if (!decl || !param || !holdsAddress(param->type)) return true;
    // The runtime's atomic operations keep no address that they work on.
    const Package* package = param->package;
    if (!decl->body) return i > 0 || !package || package->path != "sync/atomic";
    return all_.leaks(decl, param);
  }

  void builtinCall(const ast::CallExpr* e, const Builtin* builtin, bool outlives) {
    bool looks = !outlives;
    if (builtin) {
      switch (builtin->id) {
      case BuiltinId::Panic: looks = false; break;
      case BuiltinId::Delete: looks = false; break;
      case BuiltinId::UnsafeString: looks = false; break;
      default: break;
      }
    } else {
      looks &= !asUnder<Interface>(e->type) && !asUnder<Map>(e->type) && !asUnder<Struct>(e->type);
    }
    bool isAppend = builtin && builtin->id == BuiltinId::Append;
    for (size_t i = 0; i < e->args.size(); ++i) {
      if (looks && !(isAppend && i > 0 && !e->hasDots))
        visit(e->args[i]);
      else
        escape(e->args[i]);
    }
  }

  AddressFlow& all_;
  llvm::DenseMap<const Var*, Roots> sources_; // of a variable: what its value is made of
};

bool AddressFlow::leaks(const ast::FuncDecl* decl, const Var* param) {
  if (!decl->body || param->captured) return true;
  const Function& f = function(decl);
  return !f.isComplete || f.escaping.contains(param);
}

const AddressFlow::Function& AddressFlow::function(const ast::FuncDecl* decl) {
  std::unique_ptr<Function>& entry = functions_[decl];
  if (!entry) {
    entry = std::make_unique<Function>(*this);
    Function& f = *entry; // the map may grow meanwhile
    f.analyze(decl->body);
    return f;
  }
  return *entry;
}

AddressFlow::AddressFlow(const Package& package) {
  auto add = [&](const Function& f) { escaping_.insert(f.escaping.begin(), f.escaping.end()); };
  for (const ast::FuncDecl* decl : package.functions)
    if (decl->body) add(function(decl));
  for (const Initializer& init : package.initOrder) {
    Function f(*this);
    f.analyze(init.rhs);
    add(f);
  }
}

AddressFlow::~AddressFlow() = default;

bool AddressFlow::escapes(const Var* v) const {
  return escaping_.contains(v) || (hasConstantSize(v->type) && sizeOf(v->type) > kLargest);
}

} // namespace minigo
