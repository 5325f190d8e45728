#include "frontend/types/scope.h"

namespace minigo {

namespace {
constexpr size_t kIndexFrom = 12;
} // namespace

Object* Scope::lookup(llvm::StringRef name) const {
  if (!index_.empty()) return index_.lookup(name);
  for (Object* object : objects_)
    if (object->name == name) return object;
  return nullptr;
}

Object* Scope::lookupParent(llvm::StringRef name, SourcePos pos, const Scope** where) const {
  for (const Scope* scope = this; scope; scope = scope->parent_) {
    Object* object = scope->lookup(name);
    if (object && (!pos.isValid() || object->scopePos <= pos)) {
      if (where) *where = scope;
      return object;
    }
  }
  if (where) *where = nullptr;
  return nullptr;
}

Object* Scope::insert(Object* object) {
  if (object->name == "_") return nullptr;
  if (Object* other = lookup(object->name)) return other;
  objects_.push_back(object);
  if (!object->parent) object->parent = this;
  if (!index_.empty()) {
    index_[object->name] = object;
  } else if (objects_.size() >= kIndexFrom) {
    for (Object* o : objects_)
      index_[o->name] = o;
  }
  return nullptr;
}

} // namespace minigo
