#include "frontend/types/type_context.h"

namespace minigo {

Interface* TypeContext::newInterface() {
  Interface* result = arena.make<Interface>();
  result->context = this;
  return result;
}

Named* TypeContext::newNamed(TypeName* object) {
  Named* result = arena.make<Named>(object);
  result->context = this;
  if (!object->type) object->type = result;
  return result;
}

Alias* TypeContext::newAlias(TypeName* object) {
  Alias* result = arena.make<Alias>(object);
  if (!object->type) object->type = result;
  return result;
}

TypeParam* TypeContext::newTypeParam(TypeName* object, uint32_t index) {
  TypeParam* result = arena.make<TypeParam>(object, index, ++nextTypeParam_);
  result->context = this;
  if (!object->type) object->type = result;
  return result;
}

void TypeContext::resolve(const Object* object) {
  if (!object->type && resolver) resolver->resolve(const_cast<Object*>(object));
}

} // namespace minigo
