// The functions of package reflect that are not written in Go. It mirrors the structs of
// minigo/type.h; the offsets below are those that its declarations in type.go give.
#include "minigo/heap.h"
#include "minigo/map.h"
#include "minigo/results.h"
#include "runtime/types/describe.h"

#include <cstddef>
#include <cstring>
#include <new>

namespace mg {
static_assert(offsetof(Type, name) == 16 && offsetof(Type, elem) == 48 &&
              offsetof(Type, fields) == 72 && offsetof(Type, signature) == 88 &&
              offsetof(Type, ifaceMethods) == 104 && offsetof(Type, methods) == 120 &&
              offsetof(Type, pointerTo) == 136 && sizeof(Type) == 144);
static_assert(offsetof(Field, offset) == 24 && offsetof(Field, embedded) == 64 &&
              sizeof(Field) == 72);
static_assert(sizeof(Method) == 48 && sizeof(IfaceMethod) == 40);
} // namespace mg

namespace go::reflect {

using namespace mg;

namespace {
const Type& typeAt(void* descriptor) { return *static_cast<const Type*>(descriptor); }
MapHeader* mapAt(void* map) { return static_cast<MapHeader*>(map); }
} // namespace

void* newArray(void* elem, Int n) {
  const Type& type = typeAt(elem);
  Uintptr size;
  if (n < 0 || __builtin_mul_overflow(type.size, Uintptr(n), &size) || size > Uintptr(1) << 47)
    panicRuntimeError("makeslice: len out of range"_s);
  return allocate(size, type.flags & kNoPointers);
}

void* newObject(void* type) { return newArray(type, 1); }

void copyMemory(void* to, void* from, Uintptr size) {
  if (size) memmove(to, from, size);
}

void clearMemory(void* at, Uintptr size) {
  if (size) memset(at, 0, size);
}

bool identicalTypes(void* a, void* b) { return identical(&typeAt(a), &typeAt(b)); }
bool equalValues(void* type, void* a, void* b) { return equal(&typeAt(type), a, b); }

void* ifaceTable(void* iface, void* concrete) {
  return const_cast<MethodTable*>(methodTable(&typeAt(iface), &typeAt(concrete)));
}

void* newMap(void* type, Int n) { return mg::newMap(typeAt(type), n); }
Int mapLen(void* map) { return map ? mapAt(map)->count : 0; }
void* mapFind(void* map, void* key) { return mg::mapFind(mapAt(map), key); }
void* mapInsert(void* map, void* key) { return mg::mapInsert(mapAt(map), key); }
void mapErase(void* map, void* key) { mg::mapErase(mapAt(map), key); }
void mapClear(void* map) { mg::mapClear(mapAt(map)); }

void* newMapIter(void* map) {
  return new (allocate(sizeof(RawMapIter), /*pointerFree=*/false)) RawMapIter(mapAt(map));
}

Results<void*, void*, bool> mapIterNext(void* iter) {
  auto* it = static_cast<RawMapIter*>(iter);
  const bool ok = it->next();
  return {it->key, it->elem, ok};
}

} // namespace go::reflect
