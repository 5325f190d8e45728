#include "minigo/map.h"

#include "minigo/heap.h"
#include "minigo/panic.h"
#include "runtime/types/hash.h"
#include "runtime/value/map_table.h"

namespace mg {

namespace {

void checkReadable(const MapHeader* map) {
  if (map->writing) [[unlikely]]
    fatalError("concurrent map read and map write"_s);
}

// Marks the map as being written for the length of a block.
class Writing {
public:
  explicit Writing(MapHeader* map) : map_(map) {
    if (map->writing) [[unlikely]]
      fatalError("concurrent map writes"_s);
    map->writing = true;
  }
  ~Writing() { map_->writing = false; }

private:
  MapHeader* map_;
};

Uintptr alignUp(Uintptr n, Uintptr align) { return (n + align - 1) & ~(align - 1); }

Uintptr hashKey(const MapHeader* map, const void* key) {
  return hashOf(map->type->key, key, map->seed);
}

template <class Matches>
void* find(const MapHeader* map, Uintptr hash, const Matches& matches) {
  if (!map->table) return nullptr;
  Byte* slot = findSlot(map, hash, matches);
  return slot ? slot + map->elemOffset : nullptr;
}

// The slot for a key: the one that has it, or a new one whose key the caller fills in.
template <class Matches>
Byte* findOrClaim(MapHeader* map, Uintptr hash, const Matches& matches) {
  if (map->table)
    if (Byte* slot = findSlot(map, hash, matches)) return slot;
  Byte* slot = map->table ? claimSlot(map, hash) : nullptr;
  if (!slot) {
    makeRoom(map);
    slot = claimSlot(map, hash);
  }
  ++map->count;
  return slot;
}

void checkNotNil(const MapHeader* map) {
  if (!map) [[unlikely]]
    panicPlainError("assignment to entry in nil map"_s);
}

} // namespace

MapTable* newTable(const MapHeader* map, Int count) {
  Uintptr groups = 1;
  while (capacityOf(groups) < count)
    groups *= 2;
  Uintptr groupSize = kGroupSlots + kGroupSlots * map->slotSize;
  bool pointerFree = map->type->key->flags & map->type->elem->flags & kNoPointers;
  auto* table =
      static_cast<MapTable*>(allocate(sizeof(MapTable) + groups * groupSize, pointerFree));
  table->groupMask = groups - 1;
  table->room = capacityOf(groups);
  for (Uintptr i = 0; i < groups; ++i)
    __builtin_memset(groupAt(table, i, map->slotSize).at, kEmpty, kGroupSlots);
  return table;
}

// Twice the size, or the same when deleted entries take the space.
void makeRoom(MapHeader* map) {
  MapTable* old = map->table;
  Uintptr slotSize = map->slotSize;
  if (!old) {
    map->table = newTable(map, 1);
    return;
  }
  Int capacity = capacityOf(old->groupMask + 1);
  map->table = newTable(map, map->count <= capacity / 2 ? capacity : capacity + 1);
  for (Uintptr g = 0; g <= old->groupMask; ++g) {
    MapGroup group = groupAt(old, g, slotSize);
    for (Uintptr i = 0; i < kGroupSlots; ++i) {
      if (group.at[i] & kEmpty) continue;
      Byte* slot = group.slot(i, slotSize);
      __builtin_memcpy(claimSlot(map, hashKey(map, slot)), slot, slotSize);
    }
  }
}

MapHeader* newMap(const Type& type, Int hint) {
  auto* map = static_cast<MapHeader*>(allocate(sizeof(MapHeader), /*pointerFree=*/false));
  map->type = &type;
  map->seed = randomWord();
  Uintptr keyAlign = type.key->align ? type.key->align : 1;
  Uintptr elemAlign = type.elem->align ? type.elem->align : 1;
  Uintptr offset = alignUp(type.key->size, elemAlign);
  Uintptr align = keyAlign > elemAlign ? keyAlign : elemAlign;
  map->elemOffset = Uint32(offset);
  // A slot of no bytes would have no address of its own.
  Uintptr size = alignUp(offset + type.elem->size, align);
  map->slotSize = Uint32(size ? size : 1);
  constexpr Int kLargestHint = Int(1) << 40;
  if (hint > 0 && hint < kLargestHint) map->table = newTable(map, hint);
  return map;
}

void* mapFind(const MapHeader* map, const void* key) {
  checkReadable(map);
  const Type* type = map->type->key;
  if (map->count == 0) {
    checkHashable(type, key);
    return nullptr;
  }
  return find(map, hashKey(map, key), [=](Byte* slot) { return equal(type, slot, key); });
}

void* mapFind32(const MapHeader* map, Uint32 key) {
  checkReadable(map);
  return find(map, hashWord(key, map->seed),
              [=](Byte* slot) { return *reinterpret_cast<Uint32*>(slot) == key; });
}

void* mapFind64(const MapHeader* map, Uint64 key) {
  checkReadable(map);
  return find(map, hashWord(key, map->seed),
              [=](Byte* slot) { return *reinterpret_cast<Uint64*>(slot) == key; });
}

void* mapFindString(const MapHeader* map, String key) {
  checkReadable(map);
  return find(map, hashString(key, map->seed),
              [=](Byte* slot) { return *reinterpret_cast<String*>(slot) == key; });
}

void* mapInsert(MapHeader* map, const void* key) {
  checkNotNil(map);
  // Hashing may panic, and must before the map is marked.
  Uintptr hash = hashKey(map, key);
  Writing writing(map);
  const Type* type = map->type->key;
  Byte* slot = findOrClaim(map, hash, [=](Byte* s) { return equal(type, s, key); });
  // Also when the key was there: equal keys may differ, as +0 and -0 do, and the new one stays.
  __builtin_memcpy(slot, key, type->size);
  return slot + map->elemOffset;
}

void* mapInsert32(MapHeader* map, Uint32 key) {
  checkNotNil(map);
  Writing writing(map);
  Byte* slot = findOrClaim(map, hashWord(key, map->seed),
                           [=](Byte* s) { return *reinterpret_cast<Uint32*>(s) == key; });
  *reinterpret_cast<Uint32*>(slot) = key;
  return slot + map->elemOffset;
}

void* mapInsert64(MapHeader* map, Uint64 key) {
  checkNotNil(map);
  Writing writing(map);
  Byte* slot = findOrClaim(map, hashWord(key, map->seed),
                           [=](Byte* s) { return *reinterpret_cast<Uint64*>(s) == key; });
  *reinterpret_cast<Uint64*>(slot) = key;
  return slot + map->elemOffset;
}

void* mapInsertString(MapHeader* map, String key) {
  checkNotNil(map);
  Writing writing(map);
  Byte* slot = findOrClaim(map, hashString(key, map->seed),
                           [=](Byte* s) { return *reinterpret_cast<String*>(s) == key; });
  *reinterpret_cast<String*>(slot) = key;
  return slot + map->elemOffset;
}

void mapErase(MapHeader* map, const void* key) {
  if (map->count == 0) return checkHashable(map->type->key, key);
  Uintptr hash = hashKey(map, key);
  Writing writing(map);
  if (!map->table) return;
  const Type* type = map->type->key;
  Byte* slot = findSlot(map, hash, [=](Byte* s) { return equal(type, s, key); });
  if (!slot) return;
  Uintptr groupSize = kGroupSlots + kGroupSlots * map->slotSize;
  auto distance = Uintptr(slot - groupAt(map->table, 0, map->slotSize).at);
  MapGroup group = groupAt(map->table, distance / groupSize, map->slotSize);
  Uintptr index = (distance % groupSize - kGroupSlots) / map->slotSize;
  // Searches pass over a full group, so that a slot in one must not become empty again.
  if (MapGroup::matchEmpty(group.control())) {
    group.at[index] = kEmpty;
    ++map->table->room;
  } else {
    group.at[index] = kDeleted;
  }
  __builtin_memset(slot, 0, map->slotSize);
  --map->count;
}

void mapClear(MapHeader* map) {
  Writing writing(map);
  ++map->clears;
  map->count = 0;
  MapTable* table = map->table;
  if (!table) return;
  Uintptr groups = table->groupMask + 1;
  Uintptr groupSize = kGroupSlots + kGroupSlots * map->slotSize;
  __builtin_memset(groupAt(table, 0, map->slotSize).at, 0, groups * groupSize);
  for (Uintptr i = 0; i < groups; ++i)
    __builtin_memset(groupAt(table, i, map->slotSize).at, kEmpty, kGroupSlots);
  table->room = capacityOf(groups);
}

void checkHashable(Any key) { checkHashable(&type_any, &key); }

} // namespace mg
