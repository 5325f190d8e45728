#include "runtime/fmt/map_order.h"

#include "minigo/heap.h"

namespace mg::fmt {

namespace {

template <class T>
int order(T a, T b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

int orderFloats(Float64 a, Float64 b) {
  bool aIsNan = a != a;
  bool bIsNan = b != b;
  if (aIsNan || bIsNan) return int(bIsNan) - int(aIsNan);
  return order(a, b);
}

int orderComplex(Complex128 a, Complex128 b) {
  int first = orderFloats(a.re, b.re);
  return first ? first : orderFloats(a.im, b.im);
}

// Go orders the dynamic types of interface keys by where the linker put their descriptors: by size,
// then as here. Seen with Go 1.26; nothing promises it.
int typeRank(const Type* type) {
  if (type->kind == Kind::Pointer) return 0;
  bool composite = type->kind == Kind::Array || type->kind == Kind::Chan ||
                   type->kind == Kind::Struct || type->kind == Kind::Interface;
  bool predeclared = (type->flags & kNamed) && !type->pkgPath.len;
  if (!composite && !predeclared) return type->methodCount ? 60 : 1;
  switch (type->kind) {
  case Kind::String: return 2;
  case Kind::Int8: return 3;
  case Kind::Uint8: return 4;
  case Kind::Int16: return 5;
  case Kind::Uint16: return 6;
  case Kind::Int32: return 7;
  case Kind::Uint32: return 8;
  case Kind::Int64: return 9;
  case Kind::Uint64: return 10;
  case Kind::Int: return 11;
  case Kind::Uint: return 12;
  case Kind::Uintptr: return 13;
  case Kind::Complex64: return 14;
  case Kind::Complex128: return 15;
  case Kind::Float32: return 16;
  case Kind::Float64: return 17;
  case Kind::Bool: return 18;
  case Kind::UnsafePointer: return 19;
  case Kind::Chan: return 50;
  case Kind::Array: return 51;
  default: return 70;
  }
}

int orderTypes(const Type* a, const Type* b) {
  if (a == b) return 0;
  if (int ranks = order(typeRank(a), typeRank(b))) return ranks;
  if (Int names = compare(a->name, b->name)) return names < 0 ? -1 : 1;
  return order(Uint64(a), Uint64(b));
}

int orderStructs(const Value& a, const Value& b) {
  for (Int i = 0; i < a.type->fieldCount; ++i)
    if (int c = compareKeys(field(a, i), field(b, i))) return c;
  return 0;
}

int orderArrays(const Value& a, const Value& b) {
  Elements x = elements(a);
  Elements y = elements(b);
  for (Int i = 0; i < x.count; ++i)
    if (int c = compareKeys(x.at(i), y.at(i))) return c;
  return 0;
}

int orderIfaces(const Value& a, const Value& b) {
  Value x = elemOfIface(a);
  Value y = elemOfIface(b);
  if (!x.type || !y.type) return int(x.type != nullptr) - int(y.type != nullptr);
  int types = orderTypes(x.type, y.type);
  return types ? types : compareKeys(x, y);
}

} // namespace

int compareKeys(const Value& a, const Value& b) {
  Kind kind = a.kind();
  if (isInt(kind)) return order(intOf(a), intOf(b));
  if (isUint(kind)) return order(uintOf(a), uintOf(b));
  switch (kind) {
  case Kind::Bool: return order(int(a.as<bool>()), int(b.as<bool>()));
  case Kind::Float32:
  case Kind::Float64: return orderFloats(floatOf(a), floatOf(b));
  case Kind::Complex64:
  case Kind::Complex128: return orderComplex(complexOf(a), complexOf(b));
  case Kind::String: return order(compare(a.as<String>(), b.as<String>()), Int(0));
  case Kind::Chan:
  case Kind::Pointer:
  case Kind::UnsafePointer: return order(a.as<Uint64>(), b.as<Uint64>());
  case Kind::Struct: return orderStructs(a, b);
  case Kind::Array: return orderArrays(a, b);
  case Kind::Interface: return orderIfaces(a, b);
  default: return 0;
  }
}

SortedMap::SortedMap(const Value& map) : type_(map.type), exported_(map.exported) {
  const auto* header = map.as<const MapHeader*>();
  if (!header || !header->count) return;
  Int room = header->count;
  entries_ = static_cast<Entry*>(allocate(Uintptr(room) * sizeof(Entry), /*pointerFree=*/false));
  for (RawMapIter it(header); count_ < room && it.next();)
    entries_[count_++] = {it.key, it.elem};
  sort();
}

bool SortedMap::less(const Entry& a, const Entry& b) const {
  return compareKeys({type_->key, a.key}, {type_->key, b.key}) < 0;
}

void SortedMap::siftDown(Int root, Int end) {
  for (Int child; (child = 2 * root + 1) < end; root = child) {
    if (child + 1 < end && less(entries_[child], entries_[child + 1])) ++child;
    if (!less(entries_[root], entries_[child])) return;
    Entry entry = entries_[root];
    entries_[root] = entries_[child];
    entries_[child] = entry;
  }
}

// Heap sort: small, and no key order makes it slow.
void SortedMap::sort() {
  for (Int root = count_ / 2; root-- > 0;)
    siftDown(root, count_);
  for (Int end = count_; end-- > 1;) {
    Entry entry = entries_[0];
    entries_[0] = entries_[end];
    entries_[end] = entry;
    siftDown(0, end);
  }
}

} // namespace mg::fmt
