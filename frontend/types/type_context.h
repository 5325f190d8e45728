// What types are made in: arena, constants, instances already made, and the hook by which relations
// ask the checker for declarations that it has not reached.
#pragma once

#include "frontend/ast/arena.h"
#include "frontend/source/source_file.h"
#include "frontend/types/constant_pool.h"
#include "frontend/types/object.h"

#include "llvm/ADT/DenseMap.h"

#include <string>

namespace minigo {

// Implemented by the checker.
class DeclResolver {
public:
  // Gives object its type (and what belongs to it: value, type parameters, methods) if it has none
  // yet. Called for methods whose signature a relation needs.
  virtual void resolve(Object* object) = 0;
  // The minor version of Go that the code at hand is written in.
  virtual int languageMinor() const = 0;

protected:
  ~DeclResolver() = default;
};

class TypeSetErrors; // type_set.h

// One per Program. Most functions of types/ that make types, or that explain a failure, take it
// first.
class TypeContext {
public:
  TypeContext(Arena& arena, ConstantPool& constants, const SourceManager& sources)
      : arena(arena), constants(constants), sources(sources) {}

  Arena& arena;
  ConstantPool& constants;
  const SourceManager& sources;
  DeclResolver* resolver = nullptr;
  TypeSetErrors* typeSetErrors = nullptr; // told of errors in type sets computed on demand
  const Package* package = nullptr;       // being checked: its types are not qualified in messages

  const Pointer* pointerTo(const Type* elem) { return arena.make<Pointer>(elem); }
  const Slice* sliceOf(const Type* elem) { return arena.make<Slice>(elem); }
  const Array* arrayOf(int64_t length, const Type* elem) { return arena.make<Array>(length, elem); }
  const Map* mapOf(const Type* key, const Type* elem) { return arena.make<Map>(key, elem); }
  const Chan* chanOf(Chan::Dir dir, const Type* elem) { return arena.make<Chan>(dir, elem); }
  const Tuple* tupleOf(llvm::ArrayRef<Var*> vars) {
    return arena.make<Tuple>(arena.copy<Var*>(vars));
  }
  // Interfaces, named types and aliases know their context, because parts of them are computed on
  // demand.
  Interface* newInterface();
  Named* newNamed(TypeName* object); // also sets object->type if it is null
  Alias* newAlias(TypeName* object);
  TypeParam* newTypeParam(TypeName* object, uint32_t index);
  Var* newVar(VarKind kind, SourcePos pos, Package* package, llvm::StringRef name,
              const Type* type) {
    return arena.make<Var>(kind, pos, package, name, type);
  }

  // Whether the code at hand is written in go1.<minor> or newer.
  bool allows(int minor) const { return !resolver || resolver->languageMinor() >= minor; }

  // Makes sure that object has its type, through the resolver.
  void resolve(const Object* object);

  // Instances by a hash of origin and type arguments; see instantiate.h.
  llvm::DenseMap<uint64_t, llvm::SmallVector<const Type*, 1>> instances;

private:
  uint32_t nextTypeParam_ = 0;
};

} // namespace minigo
