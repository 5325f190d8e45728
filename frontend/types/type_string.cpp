#include "frontend/types/type_string.h"

#include "frontend/program.h"
#include "frontend/types/identical.h"
#include "frontend/types/instantiate.h"
#include "frontend/types/predicates.h"
#include "frontend/types/universe.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallPtrSet.h"

namespace minigo {

namespace {

// Whether two packages that `from` depends on have this name.
bool isAmbiguousName(const Package* from, llvm::StringRef name) {
  llvm::SmallPtrSet<const Package*, 16> seen;
  llvm::SmallVector<const Package*, 16> todo{from};
  const Package* first = nullptr;
  while (!todo.empty()) {
    const Package* package = todo.pop_back_val();
    if (!seen.insert(package).second) continue;
    if (package->name == name) {
      if (first && first->path != package->path) return true;
      first = package;
    }
    todo.append(package->imports.begin(), package->imports.end());
  }
  return false;
}

class TypeWriter {
public:
  TypeWriter(llvm::raw_ostream& os, Qualifier qualifier) : os_(os), qualifier_(qualifier) {}

  bool parameterNames = true;
  bool packageInfo = false; // full paths, and a note on the first unexported field

  void type(const Type* t) {
    if (!t) {
      os_ << "<nil>";
      return;
    }
    if (llvm::is_contained(open_, t)) {
      os_ << "<cycle>";
      return;
    }
    open_.push_back(t);
    write(t);
    open_.pop_back();
  }

  void signature(const Signature* s) {
    if (!s->typeParams.empty()) typeParamList(s->typeParams);
    tuple(s->params, s->variadic);
    size_t results = s->results ? s->results->vars.size() : 0;
    if (results == 0) return;
    os_ << ' ';
    if (results == 1 && s->results->vars[0]->name.empty())
      type(s->results->vars[0]->type);
    else
      tuple(s->results, false);
  }

  void tuple(const Tuple* t, bool variadic) {
    os_ << '(';
    llvm::ArrayRef<Var*> vars = t ? t->vars : llvm::ArrayRef<Var*>();
    for (size_t i = 0; i < vars.size(); ++i) {
      if (i > 0) os_ << ", ";
      if (!vars[i]->name.empty() && parameterNames) os_ << vars[i]->name << ' ';
      bool isLast = i + 1 == vars.size();
      const auto* slice = llvm::dyn_cast_or_null<Slice>(vars[i]->type);
      if (variadic && isLast && slice) {
        os_ << "...";
        type(slice->elem);
      } else {
        // append([]byte, string...) has a variadic parameter that is no slice.
        type(vars[i]->type);
        if (variadic && isLast) os_ << "...";
      }
    }
    os_ << ')';
  }

  void typeParamList(llvm::ArrayRef<TypeParam*> list) {
    os_ << '[';
    const Type* previous = nullptr;
    for (size_t i = 0; i < list.size(); ++i) {
      if (i > 0) {
        if (list[i]->constraint != previous) { // names that share a constraint are listed together
          os_ << ' ';
          type(previous);
        }
        os_ << ", ";
      }
      previous = list[i]->constraint;
      type(list[i]);
    }
    if (previous) {
      os_ << ' ';
      type(previous);
    }
    os_ << ']';
  }

  void packagePrefix(const Package* package) {
    if (!package) return;
    std::string prefix = packageInfo ? package->path.str() : qualifier_(package);
    if (!prefix.empty()) os_ << prefix << '.';
  }

private:
  void write(const Type* t) {
    switch (t->kind) {
    case TypeKind::Basic:
      if (llvm::cast<Basic>(t)->basic == BasicKind::UnsafePointer) os_ << "unsafe.";
      os_ << llvm::cast<Basic>(t)->name;
      break;
    case TypeKind::Pointer:
      os_ << '*';
      type(llvm::cast<Pointer>(t)->elem);
      break;
    case TypeKind::Slice:
      os_ << "[]";
      type(llvm::cast<Slice>(t)->elem);
      break;
    case TypeKind::Array:
      os_ << '[' << llvm::cast<Array>(t)->length << ']';
      type(llvm::cast<Array>(t)->elem);
      break;
    case TypeKind::Map:
      os_ << "map[";
      type(llvm::cast<Map>(t)->key);
      os_ << ']';
      type(llvm::cast<Map>(t)->elem);
      break;
    case TypeKind::Chan: channel(llvm::cast<Chan>(t)); break;
    case TypeKind::Struct: structure(llvm::cast<Struct>(t)); break;
    case TypeKind::Tuple: tuple(llvm::cast<Tuple>(t), false); break;
    case TypeKind::Signature:
      os_ << "func";
      signature(llvm::cast<Signature>(t));
      break;
    case TypeKind::Interface: interface(llvm::cast<Interface>(t)); break;
    case TypeKind::Union: unionOf(llvm::cast<Union>(t)); break;
    case TypeKind::Named: {
      const auto* n = llvm::cast<Named>(t);
      declared(n->object, n->typeArgs, n->typeParams);
      break;
    }
    case TypeKind::Alias: {
      const auto* a = llvm::cast<Alias>(t);
      declared(a->object, a->typeArgs, a->typeParams);
      break;
    }
    case TypeKind::TypeParam: typeParam(llvm::cast<TypeParam>(t)); break;
    }
  }

  void channel(const Chan* t) {
    const auto* inner = llvm::dyn_cast_or_null<Chan>(t->elem);
    bool parens = t->dir == Chan::Both && inner && inner->dir == Chan::RecvOnly;
    os_ << (t->dir == Chan::Both ? "chan " : t->dir == Chan::SendOnly ? "chan<- " : "<-chan ");
    if (parens) os_ << '(';
    type(t->elem);
    if (parens) os_ << ')';
  }

  void structure(const Struct* t) {
    os_ << "struct{";
    for (size_t i = 0; i < t->fields.size(); ++i) {
      if (i > 0) os_ << "; ";
      const Var* field = t->fields[i];
      bool annotate = packageInfo && !noted_ && !field->isExported();
      noted_ = noted_ || annotate;
      if (!field->embedded) os_ << field->name << ' ';
      type(field->type);
      if (annotate && field->package) os_ << " /* package " << field->package->path << " */ ";
      if (!t->tags.empty() && !t->tags[i].empty()) os_ << ' ' << quote(t->tags[i]);
    }
    os_ << '}';
  }

  void interface(const Interface* t) {
    if (t == universe().emptyInterface) {
      os_ << "any";
      return;
    }
    if (t == universe().comparable->underlying) {
      os_ << "interface{comparable}";
      return;
    }
    if (t->implicit && t->methods.empty() && t->embedded.size() == 1) {
      type(t->embedded[0]);
      return;
    }
    os_ << "interface{";
    bool first = true;
    auto separate = [&] {
      if (!first) os_ << "; ";
      first = false;
    };
    for (const Func* method : t->methods) {
      separate();
      os_ << method->name;
      if (const Signature* s = method->signature()) signature(s);
    }
    for (const Type* element : t->embedded) {
      separate();
      type(element);
    }
    os_ << '}';
  }

  void unionOf(const Union* t) {
    for (size_t i = 0; i < t->terms.size(); ++i) {
      if (i > 0) os_ << " | ";
      if (t->terms[i].tilde) os_ << '~';
      type(t->terms[i].type);
    }
  }

  void declared(const TypeName* object, llvm::ArrayRef<const Type*> args,
                llvm::ArrayRef<TypeParam*> params) {
    packagePrefix(object->package);
    os_ << object->name;
    if (!args.empty()) {
      os_ << '[';
      for (size_t i = 0; i < args.size(); ++i) {
        if (i > 0) os_ << ", ";
        type(args[i]);
      }
      os_ << ']';
    } else if (!params.empty()) {
      typeParamList(params);
    }
  }

  void typeParam(const TypeParam* t) {
    os_ << t->object->name;
    if (!universe().scope->lookup(t->object->name)) return;
    os_ << " /* with " << t->object->name << " declared at ";
    if (qualifier_.sources && t->object->pos.isValid())
      os_ << qualifier_.sources->position(t->object->pos).toString();
    else
      os_ << '-';
    os_ << " */";
  }

  llvm::raw_ostream& os_;
  Qualifier qualifier_;
  bool noted_ = false;
  llvm::SmallVector<const Type*, 8> open_; // being written, to end circles of anonymous interfaces
};

template <class F>
std::string written(Qualifier qualifier, F f) {
  std::string text;
  llvm::raw_string_ostream os(text);
  TypeWriter writer(os, qualifier);
  f(writer, os);
  return text;
}

} // namespace

std::string Qualifier::operator()(const Package* package) const {
  if (fullPaths) return package ? package->path.str() : "";
  if (!package || package == current || (current && samePackage(package, current))) return "";
  if (current && isAmbiguousName(current, package->name)) return quote(package->path);
  return package->name.str();
}

std::string typeString(const Type* type, Qualifier qualifier) {
  return written(qualifier, [&](TypeWriter& w, llvm::raw_ostream&) { w.type(type); });
}

void writeType(llvm::raw_ostream& os, const Type* type, Qualifier qualifier) {
  TypeWriter(os, qualifier).type(type);
}

void writeSignature(llvm::raw_ostream& os, const Signature* signature, Qualifier qualifier) {
  TypeWriter(os, qualifier).signature(signature);
}

std::string tupleString(const Tuple* tuple, bool variadic, Qualifier qualifier) {
  return written(qualifier, [&](TypeWriter& w, llvm::raw_ostream&) { w.tuple(tuple, variadic); });
}

std::string typeParamListString(llvm::ArrayRef<TypeParam*> list, Qualifier qualifier) {
  return written(qualifier, [&](TypeWriter& w, llvm::raw_ostream&) { w.typeParamList(list); });
}

std::string methodString(const Func* method, Qualifier qualifier, bool packageInfo) {
  return written(qualifier, [&](TypeWriter& w, llvm::raw_ostream& os) {
    w.parameterNames = false;
    w.packageInfo = packageInfo;
    os << method->name;
    if (const Signature* s = method->signature()) w.signature(s);
  });
}

namespace {

void writeFunc(TypeWriter& w, llvm::raw_ostream& os, const Func* func) {
  os << "func ";
  const Signature* s = func->signature();
  if (s && s->receiver) {
    os << '(';
    if (llvm::isa_and_nonnull<Interface>(s->receiver->type))
      os << "interface";
    else
      w.type(s->receiver->type);
    os << ").";
  } else if (s) {
    w.packagePrefix(func->package);
  }
  os << func->name;
  if (s) w.signature(s);
}

// Behind the name of a type: parameters, and what it is declared as.
void writeTypeDeclaration(TypeWriter& w, llvm::raw_ostream& os, const TypeName* object) {
  const Type* type = object->type;
  if (llvm::isa<Basic>(type)) return;
  if (llvm::ArrayRef<TypeParam*> params = typeParamsOf(type); !params.empty())
    w.typeParamList(params);
  if (object->isAlias) {
    os << " =";
    if (const auto* alias = llvm::dyn_cast<Alias>(type)) type = alias->actual;
  } else if (const auto* param = llvm::dyn_cast<TypeParam>(type)) {
    type = param->constraint;
  } else {
    type = underlying(type);
  }
  os << ' ';
  if (object == universe().anyObject)
    os << "interface{}";
  else
    w.type(type);
}

llvm::StringRef objectWord(const Object* object) {
  switch (object->kind) {
  case ObjectKind::Const: return "const";
  case ObjectKind::TypeName: return isTypeParam(object->type) ? "type parameter" : "type";
  case ObjectKind::Var: return llvm::cast<Var>(object)->varKind == VarKind::Field ? "field" : "var";
  case ObjectKind::Label: return "label";
  case ObjectKind::Builtin: return "builtin";
  default: return "";
  }
}

} // namespace

std::string objectString(const Object* object, Qualifier qualifier) {
  return written(qualifier, [&](TypeWriter& w, llvm::raw_ostream& os) {
    if (const auto* package = llvm::dyn_cast<PkgName>(object)) {
      os << "package " << package->name;
      if (package->imported && package->imported->path != package->name)
        os << " (" << quote(package->imported->path) << ")";
      return;
    }
    if (const auto* func = llvm::dyn_cast<Func>(object)) return writeFunc(w, os, func);
    if (object->kind == ObjectKind::Nil) {
      os << "nil";
      return;
    }
    os << objectWord(object) << ' ';
    if (object->package && object->package->scope && object->parent == object->package->scope)
      w.packagePrefix(object->package);
    os << object->name;
    if (object->kind == ObjectKind::Label || object->kind == ObjectKind::Builtin || !object->type)
      return;
    if (const auto* typeName = llvm::dyn_cast<TypeName>(object))
      return writeTypeDeclaration(w, os, typeName);
    os << ' ';
    w.type(object->type);
  });
}

llvm::StringRef compositeKind(const Type* type) {
  switch (underlying(type)->kind) {
  case TypeKind::Array: return "array";
  case TypeKind::Slice: return "slice";
  case TypeKind::Struct: return "struct";
  case TypeKind::Pointer: return "pointer";
  case TypeKind::Signature: return "func";
  case TypeKind::Interface: return "interface";
  case TypeKind::Map: return "map";
  case TypeKind::Chan: return "chan";
  case TypeKind::Tuple: return "tuple";
  case TypeKind::Union: return "union";
  default: return "";
  }
}

} // namespace minigo
