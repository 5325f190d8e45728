// Go's map: a pointer to a hash table on the heap.
//
//   mg::Map<mg::String, mg::Int> ages = mg::makeMap<mg::String, mg::Int>(type_map_string_int);
//   ages.slot("ann"_s) = 31;                       // ages["ann"] = 31
//   mg::Int a = ages.get("bob"_s);                 // ages["bob"], 0 if there is none
//   auto [age, ok] = ages.find("ann"_s);           // age, ok := ages["ann"]
//   ages.erase("ann"_s);                           // delete(ages, "ann")
//   for (mg::MapIter<mg::String, mg::Int> it(ages); it.next();)   // for k, v := range ages
//     use(it.key(), it.elem());
//
// The reference that slot returns is good until the map is used again: evaluate the value first.
// A nil map reads as empty; slot panics on it.
#pragma once

#include "minigo/iface.h"
#include "minigo/results.h"
#include "minigo/slice.h"
#include "minigo/string.h"
#include "minigo/traits.h"
#include "minigo/type.h"

namespace mg {

struct MapTable;

struct MapHeader {
  Int count;
  MapTable* table; // null until the first insertion
  Uintptr seed;
  const Type* type;
  Uint32 slotSize;
  Uint32 elemOffset; // in a slot; the key is at 0
  Uint32 clears;     // how often the map was cleared
  bool writing;      // a write is in progress: another one means a data race
};

// How a map's keys are compared: as one word, as a string, or by the type's descriptor.
enum class MapKey : Uint8 { Generic, Word32, Word64, String };

template <class K>
inline constexpr MapKey kMapKey = MapKey::Generic;
template <>
inline constexpr MapKey kMapKey<Int32> = MapKey::Word32;
template <>
inline constexpr MapKey kMapKey<Uint32> = MapKey::Word32;
template <>
inline constexpr MapKey kMapKey<Int64> = MapKey::Word64;
template <>
inline constexpr MapKey kMapKey<Uint64> = MapKey::Word64;
template <>
inline constexpr MapKey kMapKey<String> = MapKey::String;
template <class T>
inline constexpr MapKey kMapKey<Ptr<T>> = MapKey::Word64;
template <class T>
inline constexpr MapKey kMapKey<T*> = MapKey::Word64;

// The untyped map. find returns the element or null; insert returns it, made zero if the key is
// new, and panics on a nil map ("assignment to entry in nil map").
MapHeader* newMap(const Type& type, Int hint);
void* mapFind(const MapHeader* map, const void* key);
void* mapFind32(const MapHeader* map, Uint32 key);
void* mapFind64(const MapHeader* map, Uint64 key);
void* mapFindString(const MapHeader* map, String key);
void* mapInsert(MapHeader* map, const void* key);
void* mapInsert32(MapHeader* map, Uint32 key);
void* mapInsert64(MapHeader* map, Uint64 key);
void* mapInsertString(MapHeader* map, String key);
void mapErase(MapHeader* map, const void* key);
void mapClear(MapHeader* map);
// A key that cannot be hashed panics even when the map is nil.
void checkHashable(Any key);

// Walks a map in an order that differs each time. Entries that are deleted before they are reached
// do not come; entries that are inserted meanwhile may come; none comes twice.
struct RawMapIter {
  explicit RawMapIter(const MapHeader* map);
  // Moves to the next entry; false at the end.
  bool next();

  void* key = nullptr;
  void* elem = nullptr;

private:
  bool take(void* slot);

  const MapHeader* map_;
  MapTable* table_;
  Uint32 clears_ = 0;
  Uintptr start_ = 0; // slot index at which the walk starts
  Uintptr done_ = 0;  // slots passed
};

template <class K, class V>
struct Map {
  MapHeader* raw = nullptr;

  constexpr Map() = default;
  constexpr Map(Nil) {}
  constexpr Map(MapHeader* header) : raw(header) {}

  Int len() const { return raw ? raw->count : 0; }
  bool operator==(Nil) const { return !raw; }

  V get(const K& key) const {
    void* elem = lookup(key);
    return elem ? *static_cast<V*>(elem) : V{};
  }
  Results<V, bool> find(const K& key) const {
    void* elem = lookup(key);
    if (!elem) return {V{}, false};
    return {*static_cast<V*>(elem), true};
  }
  V& slot(const K& key) const {
    if constexpr (kMapKey<K> == MapKey::Word32)
      return *static_cast<V*>(mapInsert32(raw, Uint32(key)));
    else if constexpr (kMapKey<K> == MapKey::Word64)
      return *static_cast<V*>(mapInsert64(raw, word(key)));
    else if constexpr (kMapKey<K> == MapKey::String)
      return *static_cast<V*>(mapInsertString(raw, key));
    else
      return *static_cast<V*>(mapInsert(raw, &key));
  }
  void erase(const K& key) const {
    if (raw)
      mapErase(raw, &key);
    else
      checkNil(key);
  }
  void clear() const {
    if (raw) mapClear(raw);
  }

  friend bool operator==(Map a, Map b) { return a.raw == b.raw; }

private:
  static Uint64 word(const K& key) {
    Uint64 bits;
    __builtin_memcpy(&bits, &key, sizeof(bits));
    return bits;
  }
  static void checkNil(const K& key) {
    if constexpr (requires { checkHashable(toAny(key)); }) checkHashable(toAny(key));
  }
  void* lookup(const K& key) const {
    if (!raw) {
      checkNil(key);
      return nullptr;
    }
    if constexpr (kMapKey<K> == MapKey::Word32)
      return mapFind32(raw, Uint32(key));
    else if constexpr (kMapKey<K> == MapKey::Word64)
      return mapFind64(raw, word(key));
    else if constexpr (kMapKey<K> == MapKey::String)
      return mapFindString(raw, key);
    else
      return mapFind(raw, &key);
  }
};

// make(map[K]V, hint); type is the map's descriptor.
template <class K, class V>
inline Map<K, V> makeMap(const Type& type, Int hint = 0) {
  return {newMap(type, hint)};
}

// map[K]V{k: v, …}, written mg::mapOf<K, V>(type, {{k, v}, …}).
template <class K, class V>
struct MapEntry {
  K key;
  V elem;
};
template <class K, class V, unsigned long N>
inline Map<K, V> mapOf(const Type& type, const MapEntry<K, V> (&entries)[N]) {
  Map<K, V> map = makeMap<K, V>(type, N);
  for (const MapEntry<K, V>& entry : entries)
    map.slot(entry.key) = entry.elem;
  return map;
}

template <class K, class V>
struct MapIter : RawMapIter {
  explicit MapIter(Map<K, V> map) : RawMapIter(map.raw) {}
  const K& key() const { return *static_cast<const K*>(RawMapIter::key); }
  const V& elem() const { return *static_cast<const V*>(RawMapIter::elem); }
};

// clear(m)
template <class K, class V>
inline void clear(Map<K, V> map) {
  map.clear();
}

} // namespace mg
