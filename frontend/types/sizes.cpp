#include "frontend/types/sizes.h"

#include "frontend/types/predicates.h"

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

int64_t structSize(const Struct* s) {
  if (s->fields.empty()) return 0;
  int64_t offset = fieldOffsets(s).back();
  int64_t last = sizeOf(s->fields.back()->type);
  // The address behind a last field of size 0 must stay inside the object, or it would keep the
  // next one alive.
  if (offset > 0 && last == 0) last = 1;
  return alignUp(plus(offset, last), alignOf(s));
}

} // namespace

int64_t alignOf(const Type* type) {
  const Type* under = underlying(type);
  switch (under->kind) {
  case TypeKind::Array: return alignOf(llvm::cast<Array>(under)->elem);
  case TypeKind::Struct: {
    int64_t max = 1;
    for (const Var* field : llvm::cast<Struct>(under)->fields)
      max = std::max(max, alignOf(field->type));
    return max;
  }
  case TypeKind::Basic: {
    const auto* basic = llvm::cast<Basic>(under);
    // Complex numbers are aligned as their parts.
    if (basic->info & kIsComplex) return basicSize(basic->basic) / 2;
    return std::min(basicSize(basic->basic), kWordSize);
  }
  default: return kWordSize;
  }
}

int64_t sizeOf(const Type* type) {
  const Type* under = underlying(type);
  switch (under->kind) {
  case TypeKind::Basic: return basicSize(llvm::cast<Basic>(under)->basic);
  case TypeKind::Array: {
    const auto* array = llvm::cast<Array>(under);
    int64_t elem = sizeOf(array->elem), size = 0;
    if (array->length <= 0) return 0;
    return elem < 0 || __builtin_mul_overflow(elem, array->length, &size) ? -1 : size;
  }
  case TypeKind::Slice: return 3 * kWordSize;
  case TypeKind::Interface: return 2 * kWordSize;
  case TypeKind::Struct: return structSize(llvm::cast<Struct>(under));
  default: return kWordSize; // pointers, maps, channels, functions
  }
}

llvm::SmallVector<int64_t, 8> fieldOffsets(const Struct* type) {
  llvm::SmallVector<int64_t, 8> offsets;
  int64_t offset = 0;
  for (const Var* field : type->fields) {
    offset = alignUp(offset, alignOf(field->type));
    offsets.push_back(offset);
    offset = plus(offset, sizeOf(field->type));
  }
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
