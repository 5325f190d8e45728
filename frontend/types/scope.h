// Lexical scopes (spec: Declarations and scope).
#pragma once

#include "frontend/types/object.h"

#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/StringMap.h"

namespace minigo {

// A block's declarations. The universe has no parent; package scopes hang below it, then file,
// function and block scopes.
class Scope {
public:
  explicit Scope(Scope* parent, bool isFunction = false)
      : parent_(parent), isFunction_(isFunction) {}

  Scope* parent() const { return parent_; }
  bool isFunction() const { return isFunction_; }
  Object* lookup(llvm::StringRef name) const; // here only
  // Here and outwards; a local object counts from its scopePos on when pos is valid. *where, if
  // given, receives the scope.
  Object* lookupParent(llvm::StringRef name, SourcePos pos, const Scope** where = nullptr) const;
  // Declares object; returns the one that already has the name, else null. `_` is never entered.
  Object* insert(Object* object);
  // In order of declaration.
  llvm::ArrayRef<Object*> objects() const { return objects_; }

private:
  Scope* parent_;
  bool isFunction_;
  llvm::SmallVector<Object*, 4>
      objects_; // scopes are small: linear search, with an index from a dozen objects on
  llvm::DenseMap<llvm::StringRef, Object*> index_;
};

} // namespace minigo
