// Package sync/atomic for the C++ compiler to inline: at the end of go/sync_atomic.h. The same
// functions are in the runtime, where some of them also poll; generated code need not, because it
// can be interrupted anywhere.
#pragma once

namespace go::sync_atomic {

#define MG_ATOMIC(Name, T)                                                                         \
  [[gnu::gnu_inline]] extern inline T Load##Name(mg::Ptr<T> addr) {                                \
    return __atomic_load_n(&*addr, __ATOMIC_SEQ_CST);                                              \
  }                                                                                                \
  [[gnu::gnu_inline]] extern inline void Store##Name(mg::Ptr<T> addr, T val) {                     \
    __atomic_store_n(&*addr, val, __ATOMIC_SEQ_CST);                                               \
  }                                                                                                \
  [[gnu::gnu_inline]] extern inline T Add##Name(mg::Ptr<T> addr, T delta) {                        \
    return __atomic_add_fetch(&*addr, delta, __ATOMIC_SEQ_CST);                                    \
  }                                                                                                \
  [[gnu::gnu_inline]] extern inline T Swap##Name(mg::Ptr<T> addr, T next) {                        \
    return __atomic_exchange_n(&*addr, next, __ATOMIC_SEQ_CST);                                    \
  }                                                                                                \
  [[gnu::gnu_inline]] extern inline bool CompareAndSwap##Name(mg::Ptr<T> addr, T old, T next) {    \
    return __atomic_compare_exchange_n(&*addr, &old, next, false, __ATOMIC_SEQ_CST,                \
                                       __ATOMIC_SEQ_CST);                                          \
  }                                                                                                \
  [[gnu::gnu_inline]] extern inline T And##Name(mg::Ptr<T> addr, T mask) {                         \
    return __atomic_fetch_and(&*addr, mask, __ATOMIC_SEQ_CST);                                     \
  }                                                                                                \
  [[gnu::gnu_inline]] extern inline T Or##Name(mg::Ptr<T> addr, T mask) {                          \
    return __atomic_fetch_or(&*addr, mask, __ATOMIC_SEQ_CST);                                      \
  }
MG_ATOMIC(Int32, mg::Int32)
MG_ATOMIC(Int64, mg::Int64)
MG_ATOMIC(Uint32, mg::Uint32)
MG_ATOMIC(Uint64, mg::Uint64)
MG_ATOMIC(Uintptr, mg::Uintptr)
MG_ATOMIC(Pointer, void*)
#undef MG_ATOMIC

} // namespace go::sync_atomic
