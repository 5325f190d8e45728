// Package sync/atomic. All operations are sequentially consistent, as Go's are.
#include "minigo/go.h"
#include "minigo/iface.h"
#include "minigo/pointer.h"
#include "minigo/types.h"

namespace go::sync_atomic {

#define MG_ATOMIC(Name, T)                                                                         \
  T Load##Name(mg::Ptr<T> addr);                                                                   \
  void Store##Name(mg::Ptr<T> addr, T val);                                                        \
  T Add##Name(mg::Ptr<T> addr, T delta);                                                           \
  T Swap##Name(mg::Ptr<T> addr, T next);                                                           \
  bool CompareAndSwap##Name(mg::Ptr<T> addr, T old, T next);                                       \
  T And##Name(mg::Ptr<T> addr, T mask);                                                            \
  T Or##Name(mg::Ptr<T> addr, T mask);                                                             \
  T Load##Name(mg::Ptr<T> addr) {                                                                  \
    mg::poll();                                                                                    \
    return __atomic_load_n(&*addr, __ATOMIC_SEQ_CST);                                              \
  }                                                                                                \
  void Store##Name(mg::Ptr<T> addr, T val) { __atomic_store_n(&*addr, val, __ATOMIC_SEQ_CST); }    \
  T Add##Name(mg::Ptr<T> addr, T delta) {                                                          \
    return __atomic_add_fetch(&*addr, delta, __ATOMIC_SEQ_CST);                                    \
  }                                                                                                \
  T Swap##Name(mg::Ptr<T> addr, T next) {                                                          \
    return __atomic_exchange_n(&*addr, next, __ATOMIC_SEQ_CST);                                    \
  }                                                                                                \
  bool CompareAndSwap##Name(mg::Ptr<T> addr, T old, T next) {                                      \
    mg::poll();                                                                                    \
    return __atomic_compare_exchange_n(&*addr, &old, next, false, __ATOMIC_SEQ_CST,                \
                                       __ATOMIC_SEQ_CST);                                          \
  }                                                                                                \
  T And##Name(mg::Ptr<T> addr, T mask) {                                                           \
    return __atomic_fetch_and(&*addr, mask, __ATOMIC_SEQ_CST);                                     \
  }                                                                                                \
  T Or##Name(mg::Ptr<T> addr, T mask) { return __atomic_fetch_or(&*addr, mask, __ATOMIC_SEQ_CST); }
MG_ATOMIC(Int32, mg::Int32)
MG_ATOMIC(Int64, mg::Int64)
MG_ATOMIC(Uint32, mg::Uint32)
MG_ATOMIC(Uint64, mg::Uint64)
MG_ATOMIC(Uintptr, mg::Uintptr)
#undef MG_ATOMIC

void* LoadPointer(mg::Ptr<void*> addr);
void StorePointer(mg::Ptr<void*> addr, void* val);
void* SwapPointer(mg::Ptr<void*> addr, void* next);
bool CompareAndSwapPointer(mg::Ptr<void*> addr, void* old, void* next);
bool sameType(mg::Any x, mg::Any y);

void* LoadPointer(mg::Ptr<void*> addr) { return __atomic_load_n(&*addr, __ATOMIC_SEQ_CST); }
void StorePointer(mg::Ptr<void*> addr, void* val) {
  __atomic_store_n(&*addr, val, __ATOMIC_SEQ_CST);
}
void* SwapPointer(mg::Ptr<void*> addr, void* next) {
  return __atomic_exchange_n(&*addr, next, __ATOMIC_SEQ_CST);
}
bool CompareAndSwapPointer(mg::Ptr<void*> addr, void* old, void* next) {
  return __atomic_compare_exchange_n(&*addr, &old, next, false, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST);
}

bool sameType(mg::Any x, mg::Any y) { return x.type == y.type; }

} // namespace go::sync_atomic
