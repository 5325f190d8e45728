// A package to make types in, for tests of types/.
#pragma once

#include "frontend/program.h"
#include "frontend/types/instantiate.h"
#include "frontend/types/method_set.h"
#include "frontend/types/universe.h"

namespace minigo {

class TypesFixture {
public:
  TypesFixture() {
    package.path = package.name = "p";
    types.package = &package;
  }

  Program program;
  TypeContext& types = *program.types;
  Package package;

  Var* var(const Type* type, llvm::StringRef name = "", VarKind kind = VarKind::Param) {
    return types.newVar(kind, SourcePos(), &package, name, type);
  }
  Var* field(llvm::StringRef name, const Type* type, bool embedded = false) {
    Var* result = var(type, name, VarKind::Field);
    result->embedded = embedded;
    return result;
  }
  Signature* func(llvm::ArrayRef<Var*> params, llvm::ArrayRef<Var*> results,
                  bool variadic = false) {
    Signature* result = program.arena.make<Signature>();
    result->params = types.tupleOf(params);
    result->results = types.tupleOf(results);
    result->variadic = variadic;
    return result;
  }
  Func* method(llvm::StringRef name, Signature* signature, const Type* receiver = nullptr) {
    if (receiver) signature->receiver = var(receiver, "r", VarKind::Receiver);
    return program.arena.make<Func>(SourcePos(), &package, name, signature);
  }
  Struct* structOf(llvm::ArrayRef<Var*> fields, llvm::ArrayRef<llvm::StringRef> tags = {}) {
    Struct* result = program.arena.make<Struct>();
    result->fields = program.arena.copy<Var*>(fields);
    result->tags = program.arena.copy<llvm::StringRef>(tags);
    return result;
  }
  Interface* interface(llvm::ArrayRef<Func*> methods, llvm::ArrayRef<const Type*> embedded = {}) {
    Interface* result = types.newInterface();
    llvm::SmallVector<Func*, 4> sorted(methods.begin(), methods.end());
    sortMethods(sorted);
    result->methods = program.arena.copy<Func*>(sorted);
    result->embedded = program.arena.copy<const Type*>(embedded);
    result->complete = true;
    return result;
  }
  const Union* unionOf(llvm::ArrayRef<Term> terms) {
    return program.arena.make<Union>(program.arena.copy<Term>(terms));
  }
  TypeName* typeName(llvm::StringRef name) {
    return program.arena.make<TypeName>(SourcePos(), &package, name, nullptr);
  }
  Named* named(llvm::StringRef name, const Type* rhs) {
    Named* result = types.newNamed(typeName(name));
    result->rhs = rhs;
    return result;
  }
  TypeParam* typeParam(llvm::StringRef name, const Type* constraint, uint32_t index = 0) {
    TypeParam* result = types.newTypeParam(typeName(name), index);
    result->constraint = constraint;
    return result;
  }
  void setMethods(Named* type, llvm::ArrayRef<Func*> methods) {
    type->methods = program.arena.copy<Func*>(methods);
  }
  llvm::ArrayRef<TypeParam*> list(llvm::ArrayRef<TypeParam*> params) {
    return program.arena.copy<TypeParam*>(params);
  }
};

inline const Basic* basic(BasicKind kind) { return basicType(kind); }

} // namespace minigo
