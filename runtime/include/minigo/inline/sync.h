// The short ways through package sync, for the C++ compiler to inline: at the end of go/sync.h. The
// same functions are in the runtime.
#pragma once

#include "minigo/lone.h"

namespace mg::sync {

void lockMutex(void* mutex);
// What is left to do for Unlock after it has left this state, which is not 0.
void finishUnlock(void* mutex, Int32 state);

} // namespace mg::sync

namespace go::sync {

[[gnu::gnu_inline]] extern inline void Mutex_Lock(mg::Ptr<Mutex> m) {
  if (mg::changeAlone<0, 1>(m->state)) [[likely]]
    return;
  mg::Int32 unlocked = 0;
  if (!__atomic_compare_exchange_n(&m->state, &unlocked, 1, false, __ATOMIC_SEQ_CST,
                                   __ATOMIC_RELAXED))
    mg::sync::lockMutex(&*m);
}

[[gnu::gnu_inline]] extern inline void Mutex_Unlock(mg::Ptr<Mutex> m) {
  if (mg::changeAlone<1, 0>(m->state)) [[likely]]
    return;
  mg::Int32 state = __atomic_sub_fetch(&m->state, 1, __ATOMIC_SEQ_CST);
  if (state != 0) [[unlikely]]
    mg::sync::finishUnlock(&*m, state);
}

} // namespace go::sync
