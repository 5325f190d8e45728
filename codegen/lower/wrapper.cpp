// Functions that interfaces call: the data word comes first, then the parameters.
#include "codegen/analyze/defer_info.h"
#include "codegen/lower/lower.h"
#include "codegen/names/local_names.h"
#include "frontend/ast/walk.h"
#include "frontend/types/predicates.h"

namespace minigo {

using llvm::SmallVector;
using llvm::SmallVectorImpl;

// Whether a method's own body calls recover: its wrapper hands the right to recover on.
static bool callsRecover(const Func* method) {
  const Func* origin = method->origin ? method->origin : method;
  return origin->decl && DeferInfo::mayRecover(origin->decl);
}

std::string wrapperName(const Type* base, bool isPointer, const Func* method) {
  const auto* named = llvm::dyn_cast<Named>(base);
  if (!named || !named->object->package) return "";
  const std::string name = named->object->name.str() + (named->typeArgs.empty() ? "" : "[...]");
  return "~" + named->object->package->path.str() + "." + (isPointer ? "(*" + name + ")" : name) +
         "." + method->name.str();
}

// The value that a path of embedded fields leads to, from the receiver on.
cxx::Expr* Lowerer::followPath(cxx::Expr* value, const Type** at, llvm::ArrayRef<uint32_t> path) {
  for (uint32_t index : path) {
    const auto* pointer = asUnder<Pointer>(*at);
    const auto* structure = asUnder<Struct>(pointer ? resolve(pointer->elem) : *at);
    Name name = field(structure, index);
    value = pointer ? b.arrow(value, name) : b.member(value, name);
    *at = resolve(structure->fields[index]->type);
  }
  return value;
}

cxx::Expr* Lowerer::valueReceiver(cxx::Expr* pointer, const Type* elem, const Func* method) {
  return b.rtCall("valueReceiver", type(elem),
                  {pointer, b.string(runtimeTypeName(resolve(elem))), b.string(method->name)});
}

// Calls the method on the receiver in `self`, whose address is taken or which is dereferenced as
// the method wants it.
cxx::Expr* Lowerer::wrappedCall(const Type* receiver, const MethodSetEntry& entry, Name self,
                                LocalNames& locals, SmallVectorImpl<cxx::Stmt*>& stmts,
                                SmallVector<cxx::Expr*, 4> args) {
  const Func* method = entry.method;
  const Type* at = receiver;
  cxx::Expr* value = b.rtCall("unbox", type(receiver), b.name(self));
  value = followPath(value, &at, llvm::ArrayRef(entry.path).drop_back());
  if (asUnder<Interface>(at)) {
    Name embedded = locals.temp("embedded");
    stmts.push_back(b.varStmt(type(at), embedded, value));
    args.insert(args.begin(), b.member(b.name(embedded), "data"));
    return b.call(b.arrow(b.member(b.name(embedded), "tab"), tableMember(at, method)), args);
  }
  bool pointer = asUnder<Pointer>(at);
  if (method->pointerReceiver && !pointer) value = b.addressOf(value);
  if (!method->pointerReceiver && pointer && at == receiver) {
    value = valueReceiver(b.name(self), llvm::cast<Pointer>(at)->elem, method);
  } else if (!method->pointerReceiver && pointer) {
    value = b.deref(value);
  }
  args.insert(args.begin(), value);
  return b.call(this->method(method), args);
}

// A method of a pointer takes the pointer as it lies in the word.
cxx::Expr* Lowerer::methodCode(const Type* receiver, const MethodSetEntry& entry, bool* isCast) {
  const bool isOwn = entry.path.size() == 1 && !asUnder<Interface>(receiver);
  *isCast = isOwn && llvm::isa<Pointer>(receiver) && entry.method->pointerReceiver &&
            !callsRecover(entry.method);
  if (!*isCast) return b.name(qualify(&package, methodWrapper(receiver, entry)));
  const Package* outerHome = std::exchange(home_, &package);
  cxx::Expr* code = this->method(entry.method);
  home_ = outerHome;
  return code;
}

Name Lowerer::methodWrapper(const Type* receiver, const MethodSetEntry& entry) {
  const Func* method = entry.method;
  bool viaPointer = llvm::isa<Pointer>(receiver);
  auto [known, added] =
      wrappers_.try_emplace(typeWord(receiver, nullptr, names) + " " + methodId(method));
  if (!added) return known->second;
  const Package* outerHome = std::exchange(home_, &package);
  const Type* base = viaPointer ? unalias(llvm::cast<Pointer>(receiver)->elem) : receiver;
  Name name = own.fresh(shortTypeWord(base, &package, names) + "_" + method->name.str() +
                        (viaPointer ? "_ptr_" : "_value_"));
  known->second = name;
  const Signature* s = method->signature();
  LocalNames locals(own);
  Name self = locals.declare("self");
  SmallVector<cxx::Param, 4> params{{b.pointer(b.voidType()), self}};
  SmallVector<cxx::Expr*, 4> args;
  for (const Var* var : s->params->vars) {
    Name param = var->name.empty() || var->name == "_" ? locals.temp("a") : locals.declare(var);
    params.push_back({type(var->type), param});
    args.push_back(b.name(param));
  }
  SmallVector<cxx::Stmt*, 4> stmts;
  if (callsRecover(method)) {
    cxx::Expr* from = b.addressOf(b.name(name));
    stmts.push_back(
        b.exprStmt(b.rtCall("passRecovery", {from, b.addressOf(this->method(method))})));
  }
  cxx::Expr* call = wrappedCall(receiver, entry, self, locals, stmts, args);
  stmts.push_back(s->results->vars.empty() ? static_cast<cxx::Stmt*>(b.exprStmt(call))
                                           : b.returnStmt(call));
  cxx::Function* wrapper =
      b.function(resultType(s->results), name, params, b.block(stmts), cxx::kStatic);
  early_.push_back({spaceOf(&package), b.declaration(wrapper)});
  tables_.push_back({spaceOf(&package), wrapper});
  const bool isPointerShaped = isHeldInWord(receiver) && !isPointerFree(receiver);
  // gc calls the methods of values through pointers, too, unless they are pointers themselves.
  traceName(name, package.builtin ? "" : wrapperName(base, viaPointer || !isPointerShaped, method));
  home_ = outerHome;
  return name;
}

} // namespace minigo
