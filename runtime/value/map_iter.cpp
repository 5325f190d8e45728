#include "minigo/map.h"
#include "minigo/panic.h"
#include "runtime/types/hash.h"
#include "runtime/value/map_table.h"

namespace mg {

RawMapIter::RawMapIter(const MapHeader* map) : map_(map), table_(map ? map->table : nullptr) {
  if (!table_) return;
  clears_ = map->clears;
  start_ = randomWord() & ((table_->groupMask + 1) * kGroupSlots - 1);
}

bool RawMapIter::next() {
  if (!table_ || map_->clears != clears_) return false;
  if (map_->writing) [[unlikely]]
    fatalError("concurrent map iteration and map write"_s);
  Uintptr slots = (table_->groupMask + 1) * kGroupSlots;
  while (done_ < slots) {
    Uintptr index = (start_ + done_++) & (slots - 1);
    MapGroup group = groupAt(table_, index / kGroupSlots, map_->slotSize);
    if (group.at[index % kGroupSlots] & kEmpty) continue;
    if (take(group.slot(index % kGroupSlots, map_->slotSize))) return true;
  }
  return false;
}

// An entry of the table that the walk started with counts only while the map still has its key; the
// map's present table knows. A NaN is never found again, and cannot have been deleted either.
bool RawMapIter::take(void* slot) {
  key = slot;
  elem = static_cast<Byte*>(slot) + map_->elemOffset;
  if (map_->table == table_) return true;
  const Type* type = map_->type->key;
  if (!equal(type, slot, slot)) return true;
  void* present = mapFind(map_, slot);
  if (!present) return false;
  elem = present;
  key = static_cast<Byte*>(present) - map_->elemOffset;
  return true;
}

} // namespace mg
