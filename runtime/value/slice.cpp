#include "minigo/slice.h"

#include "minigo/heap.h"
#include "runtime/value/growth.h"

namespace mg {

namespace {

// Zero-sized values need an address that is not nil.
Uint64 zeroSized;

void* allocateArray(Uintptr bytes, bool pointerFree) {
  return bytes ? allocate(bytes, pointerFree) : &zeroSized;
}

bool tooLarge(Int count, Uintptr size) {
  Uintptr bytes;
  return count < 0 || __builtin_mul_overflow(Uintptr(count), size, &bytes) ||
         bytes > kMaxAllocation;
}

} // namespace

RawSlice makeRawSlice(Int len, Int cap, const ElemLayout& elem) {
  if (tooLarge(len, elem.size)) panicRuntimeError("makeslice: len out of range"_s);
  if (tooLarge(cap, elem.size) || len > cap) panicRuntimeError("makeslice: cap out of range"_s);
  Uintptr bytes = Uintptr(cap) * elem.size;
  void* ptr = allocateArray(bytes, elem.pointerFree);
  return {ptr, len, cap};
}

RawSlice growSlice(RawSlice old, Int newLen, const ElemLayout& elem) {
  if (newLen < 0) panicRuntimeError("growslice: len out of range"_s);
  if (!elem.size) return {old.ptr ? old.ptr : &zeroSized, newLen, newLen};
  Int cap = grownCapacity(old.cap, newLen);
  if (tooLarge(cap, elem.size)) panicRuntimeError("growslice: len out of range"_s);
  Uintptr bytes = roundUpToSizeClass(Uintptr(cap) * elem.size, elem.pointerFree);
  cap = Int(bytes / elem.size);
  auto* ptr = static_cast<Byte*>(allocate(bytes, elem.pointerFree));
  Uintptr used = Uintptr(old.len) * elem.size;
  if (used) __builtin_memcpy(ptr, old.ptr, used);
  return {ptr, newLen, cap};
}

} // namespace mg
