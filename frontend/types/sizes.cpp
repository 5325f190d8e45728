#include "frontend/types/sizes.h"

#include "frontend/types/predicates.h"

#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallPtrSet.h"

namespace minigo {

namespace {

int64_t basicSize(BasicKind kind) {
  switch (kind) {
  case BasicKind::Bool:
  case BasicKind::Int8:
  case BasicKind::Uint8: return 1;
  case BasicKind::Int16:
  case BasicKind::Uint16: return 2;
  case BasicKind::Int32:
  case BasicKind::Uint32:
  case BasicKind::Float32: return 4;
  case BasicKind::Int64:
  case BasicKind::Uint64:
  case BasicKind::Float64:
  case BasicKind::Complex64: return 8;
  case BasicKind::Complex128:
  case BasicKind::String: return 16;
  default: return kWordSize;
  }
}

// The multiple of alignment at or above x; -1 on overflow or if x is.
int64_t alignUp(int64_t x, int64_t alignment) {
  int64_t sum = 0;
  if (x < 0 || __builtin_add_overflow(x, alignment - 1, &sum)) return -1;
  return sum - sum % alignment;
}

int64_t plus(int64_t x, int64_t y) {
  int64_t sum = 0;
  return x < 0 || y < 0 || __builtin_add_overflow(x, y, &sum) ? -1 : sum;
}

struct Layout {
  int64_t size, alignment;
};

// Each part is visited once. A type that contains itself, which the checker reports, has no size.
class LayoutComputer {
public:
  Layout of(const Type* type) {
    const Type* under = underlying(type);
    switch (under->kind) {
    case TypeKind::Basic: return ofBasic(llvm::cast<Basic>(under));
    case TypeKind::Slice: return {3 * kWordSize, kWordSize};
    case TypeKind::Interface: return {2 * kWordSize, kWordSize};
    case TypeKind::Array:
    case TypeKind::Struct: break;
    default: return {kWordSize, kWordSize}; // pointers, maps, channels, functions
    }
    if (auto it = known_.find(under); it != known_.end()) return it->second;
    if (open_.size() > kMaxNesting || llvm::is_contained(open_, under)) return {-1, 1};
    open_.push_back(under);
    Layout result = under->kind == TypeKind::Array ? ofArray(llvm::cast<Array>(under))
                                                   : ofStruct(llvm::cast<Struct>(under), nullptr);
    open_.pop_back();
    if (!open_.empty()) known_[under] = result; // else nobody asks again
    return result;
  }

  Layout ofStruct(const Struct* s, llvm::SmallVectorImpl<int64_t>* offsets) {
    int64_t offset = 0, alignment = 1;
    Layout last{1, 1};
    for (const Var* field : s->fields) {
      last = of(field->type);
      alignment = std::max(alignment, last.alignment);
      offset = alignUp(offset, last.alignment);
      if (offsets) offsets->push_back(offset);
      offset = plus(offset, last.size);
    }
    // The address behind a last field of size 0 must stay inside the object, or it would keep the
    // next one alive.
    if (offset > 0 && last.size == 0) offset = plus(offset, 1);
    return {alignUp(offset, alignment), alignment};
  }

private:
  static constexpr size_t kMaxNesting = 1000;

  static Layout ofBasic(const Basic* basic) {
    int64_t size = basicSize(basic->basic);
    if (basic->info & kIsComplex) return {size, size / 2}; // aligned as their parts
    return {size, std::min(size, kWordSize)};
  }

  Layout ofArray(const Array* array) {
    Layout elem = of(array->elem);
    int64_t size = 0;
    if (array->length <= 0) return {0, elem.alignment};
    if (elem.size < 0 || __builtin_mul_overflow(elem.size, array->length, &size)) size = -1;
    return {size, elem.alignment};
  }

  llvm::SmallVector<const Type*, 8> open_;
  llvm::SmallDenseMap<const Type*, Layout, 4> known_; // parts that were visited
};

} // namespace

int64_t alignOf(const Type* type) { return LayoutComputer().of(type).alignment; }
int64_t sizeOf(const Type* type) { return LayoutComputer().of(type).size; }

llvm::SmallVector<int64_t, 8> fieldOffsets(const Struct* type) {
  llvm::SmallVector<int64_t, 8> offsets;
  LayoutComputer().ofStruct(type, &offsets);
  return offsets;
}

namespace {

bool hasVariableSize(const Type* type, llvm::SmallPtrSetImpl<const Type*>& seen) {
  if (isTypeParam(type)) return true;
  if (const Named* named = asNamed(type); named && !seen.insert(named).second) return false;
  const Type* under = underlying(type);
  if (const auto* array = llvm::dyn_cast<Array>(under)) return hasVariableSize(array->elem, seen);
  const auto* s = llvm::dyn_cast<Struct>(under);
  return s && llvm::any_of(s->fields, [&](const Var* f) { return hasVariableSize(f->type, seen); });
}

} // namespace

bool hasConstantSize(const Type* type) {
  llvm::SmallPtrSet<const Type*, 4> seen;
  return !hasVariableSize(type, seen);
}

} // namespace minigo
