// Method tables of (interface, concrete) pairs, built at first use.
//
// The cache is a fixed array of buckets, each a list that only grows at its head and whose entries
// never change. Two threads that miss at the same time may both add a table for one pair; the
// tables are alike and interface values compare by type, so that is harmless.
#include "minigo/heap.h"
#include "minigo/iface.h"
#include "runtime/types/describe.h"
#include "runtime/types/hash.h"

namespace mg {

namespace {

struct Entry {
  const Type* iface;
  const Type* concrete;
  const Entry* next;
  const MethodTable* table; // null: concrete lacks the method named in missing
  String missing;
};

constexpr Uintptr kBuckets = 256;
const Entry* buckets[kBuckets];

using Code = void (*)();

bool sameMethod(const IfaceMethod& want, const Method& have) {
  return want.name == have.name && want.pkgPath == have.pkgPath;
}

// Both lists are sorted by name, so one pass over each suffices. A method of the right name and the
// wrong type is missing too.
bool fill(const Type* iface, const Type* concrete, Code* code, String* missing) {
  Int at = 0;
  for (Int i = 0; i < iface->ifaceMethodCount; ++i) {
    const IfaceMethod& want = iface->ifaceMethods[i];
    while (at < concrete->methodCount && !sameMethod(want, concrete->methods[at]))
      ++at;
    if (at == concrete->methodCount || !identical(want.type, concrete->methods[at].type)) {
      *missing = want.name;
      return false;
    }
    code[i] = concrete->methods[at++].call;
  }
  return true;
}

const Entry* makeEntry(const Type* iface, const Type* concrete) {
  Uintptr size = sizeof(MethodTable) + Uintptr(iface->ifaceMethodCount) * sizeof(Code);
  auto* entry = static_cast<Entry*>(allocate(sizeof(Entry) + size, /*pointerFree=*/false));
  auto* table = reinterpret_cast<MethodTable*>(entry + 1);
  *entry = Entry{iface, concrete, nullptr, table, String()};
  table->type = concrete;
  if (!fill(iface, concrete, reinterpret_cast<Code*>(table + 1), &entry->missing))
    entry->table = nullptr;
  return entry;
}

const Entry* findOrMake(const Type* iface, const Type* concrete) {
  Uintptr hash = hashWord(Uint64(iface), Uint64(concrete));
  const Entry** bucket = &buckets[hash % kBuckets];
  // Acquire: pairs with the release below, which publishes an entry and its table.
  const Entry* head = __atomic_load_n(bucket, __ATOMIC_ACQUIRE);
  for (const Entry* entry = head; entry; entry = entry->next)
    if (entry->iface == iface && entry->concrete == concrete) return entry;
  auto* made = const_cast<Entry*>(makeEntry(iface, concrete));
  do {
    made->next = head;
    // Release: pairs with the acquire above.
  } while (
      !__atomic_compare_exchange_n(bucket, &head, made, false, __ATOMIC_RELEASE, __ATOMIC_RELAXED));
  return made;
}

} // namespace

const MethodTable* methodTable(const Type* iface, const Type* concrete, String* missing) {
  const Entry* entry = findOrMake(iface, concrete);
  if (!entry->table && missing) *missing = entry->missing;
  return entry->table;
}

const Method* findMethod(const Type* type, String name) {
  for (Int i = 0; i < type->methodCount; ++i) {
    const Method& method = type->methods[i];
    if (method.name == name && !method.pkgPath.len)
      return identical(method.type, &type_stringFunc) ? &method : nullptr;
  }
  return nullptr;
}

} // namespace mg
