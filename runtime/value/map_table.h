// The hash table behind a map.
//
// Slots lie in groups of eight. A group starts with one control byte a slot: kEmpty, kDeleted, or
// seven bits of the key's hash. A search starts at the group that the hash's other bits choose and
// goes on, by growing steps, until a group with an empty slot. One word compares a group's eight
// control bytes at a time.
//
// A table never moves entries: growing and cleaning make a new table, and iterators keep the old
// one, so that they see each entry at most once.
#pragma once

#include "minigo/map.h"
#include "minigo/types.h"

namespace mg {

struct MapTable {
  Uintptr groupMask; // number of groups, a power of two, minus one
  Int room;          // empty slots that may still be filled
};

constexpr Uintptr kGroupSlots = 8;
constexpr Byte kEmpty = 0x80;
constexpr Byte kDeleted = 0xFE;
constexpr Uint64 kLowBits = 0x0101010101010101;
constexpr Uint64 kHighBits = 0x8080808080808080;

// Slots that a table of so many groups may fill: all of a single group, else 7 of 8, so that a
// search ends soon.
constexpr Int capacityOf(Uintptr groups) { return Int(groups == 1 ? 8 : groups * 7); }

struct MapGroup {
  Byte* at;

  Uint64 control() const {
    Uint64 word;
    __builtin_memcpy(&word, at, sizeof(word));
    return word;
  }
  // Bit 7 of the byte of each slot that may hold a key with these seven bits; rarely of one that
  // does not.
  static Uint64 match(Uint64 control, Byte tag) {
    Uint64 difference = control ^ (kLowBits * tag);
    return (difference - kLowBits) & ~difference & kHighBits;
  }
  static Uint64 matchEmpty(Uint64 control) { return control & ~(control << 6) & kHighBits; }
  static Uint64 matchFree(Uint64 control) { return control & kHighBits; }
  static Uintptr first(Uint64 matches) { return Uintptr(__builtin_ctzll(matches)) / 8; }

  Byte* slot(Uintptr index, Uintptr slotSize) const { return at + kGroupSlots + index * slotSize; }
};

inline MapGroup groupAt(const MapTable* table, Uintptr index, Uintptr slotSize) {
  auto* groups = reinterpret_cast<Byte*>(const_cast<MapTable*>(table) + 1);
  return {groups + index * (kGroupSlots + kGroupSlots * slotSize)};
}

// The groups that a search visits, in order.
struct Probe {
  Uintptr mask;
  Uintptr group;
  Uintptr step = 0;

  Probe(const MapTable* table, Uintptr hash) : mask(table->groupMask), group((hash >> 7) & mask) {}
  // False when all groups have been visited.
  bool next() {
    if (step++ == mask) return false;
    group = (group + step) & mask;
    return true;
  }
};

inline Byte tagOf(Uintptr hash) { return hash & 0x7F; }

// A new empty table for at least count entries.
MapTable* newTable(const MapHeader* map, Int count);
// Gives the map a table with room for one more entry.
void makeRoom(MapHeader* map);

// Finds the slot whose key satisfies matches, null if none.
template <class Matches>
inline Byte* findSlot(const MapHeader* map, Uintptr hash, const Matches& matches) {
  Uintptr slotSize = map->slotSize;
  Probe probe(map->table, hash);
  do {
    MapGroup group = groupAt(map->table, probe.group, slotSize);
    Uint64 control = group.control();
    for (Uint64 found = MapGroup::match(control, tagOf(hash)); found; found &= found - 1) {
      Byte* slot = group.slot(MapGroup::first(found), slotSize);
      if (matches(slot)) return slot;
    }
    if (MapGroup::matchEmpty(control)) return nullptr;
  } while (probe.next());
  return nullptr;
}

// Takes a free slot for a key that is not in the table; null when the table has no room.
inline Byte* claimSlot(MapHeader* map, Uintptr hash) {
  MapTable* table = map->table;
  Probe probe(table, hash);
  do {
    MapGroup group = groupAt(table, probe.group, map->slotSize);
    Uint64 control = group.control();
    Uint64 free = MapGroup::matchFree(control);
    if (!free) continue;
    Uintptr index = MapGroup::first(free);
    if (group.at[index] == kEmpty) {
      if (!table->room) return nullptr;
      --table->room;
    }
    group.at[index] = tagOf(hash);
    return group.slot(index, map->slotSize);
  } while (probe.next());
  return nullptr;
}

} // namespace mg
