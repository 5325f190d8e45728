// The short ways through package sync, for the C++ compiler to inline: at the end of go/sync.h. The
// same functions are in the runtime.
//
// Generated code may be interrupted anywhere, and there may be more workers when it goes on. So
// what holds for a lone worker only is left to the runtime.
#pragma once

namespace mg {

namespace base {
extern bool loneWorker; // false for good as soon as there is another
}

namespace sync {
void lockMutex(void* mutex);
void unlockMutex(void* mutex);
// What is left to do for Unlock after it has left this state, which is not 0.
void finishUnlock(void* mutex, Int32 state);
} // namespace sync

} // namespace mg

namespace go::sync {

[[gnu::gnu_inline]] extern inline void Mutex_Lock(mg::Ptr<Mutex> m) {
  mg::Int32 unlocked = 0;
  if (mg::base::loneWorker || !__atomic_compare_exchange_n(&m->state, &unlocked, 1, false,
                                                           __ATOMIC_SEQ_CST, __ATOMIC_RELAXED))
    mg::sync::lockMutex(&*m);
}

[[gnu::gnu_inline]] extern inline void Mutex_Unlock(mg::Ptr<Mutex> m) {
  if (mg::base::loneWorker) return mg::sync::unlockMutex(&*m);
  mg::Int32 state = __atomic_sub_fetch(&m->state, 1, __ATOMIC_SEQ_CST);
  if (state != 0) [[unlikely]]
    mg::sync::finishUnlock(&*m, state);
}

} // namespace go::sync
