// sync.RWMutex.
//
// Invariants
// - Readers count themselves in readerCount. A writer holds `w`, then takes kMaxReaders off
//   readerCount: from then on newcomers see a negative number and wait on readerSem.
// - The writer waits for the readers that were there (readerWait) on writerSem; the last of them
//   wakes it. Unlock gives a permit to every reader that came meanwhile.
#include "minigo/panic.h"
#include "minigo/string.h"
#include "minigo/traceback.h"
#include "runtime/sync/go_types.h"
#include "runtime/sync/semaphore.h"

#include <atomic>

namespace go::sync {

using mg::operator""_s;

void Mutex_Lock(mg::Ptr<Mutex> m);
bool Mutex_TryLock(mg::Ptr<Mutex> m);
void Mutex_Unlock(mg::Ptr<Mutex> m);

void RWMutex_RLock(mg::Ptr<RWMutex> rw);
bool RWMutex_TryRLock(mg::Ptr<RWMutex> rw);
void RWMutex_RUnlock(mg::Ptr<RWMutex> rw);
void RWMutex_Lock(mg::Ptr<RWMutex> rw);
bool RWMutex_TryLock(mg::Ptr<RWMutex> rw);
void RWMutex_Unlock(mg::Ptr<RWMutex> rw);

MG_FUNC_NAME("go::sync::RWMutex_RLock", "sync.(*RWMutex).RLock");
MG_FUNC_NAME("go::sync::RWMutex_TryRLock", "sync.(*RWMutex).TryRLock");
MG_FUNC_NAME("go::sync::RWMutex_RUnlock", "sync.(*RWMutex).RUnlock");
MG_FUNC_NAME("go::sync::RWMutex_Lock", "sync.(*RWMutex).Lock");
MG_FUNC_NAME("go::sync::RWMutex_TryLock", "sync.(*RWMutex).TryLock");
MG_FUNC_NAME("go::sync::RWMutex_Unlock", "sync.(*RWMutex).Unlock");

namespace {

constexpr mg::Int32 kMaxReaders = 1 << 30;

std::atomic_ref<mg::Int32> readersOf(RWMutex& rw) { return std::atomic_ref(rw.readerCount); }
std::atomic_ref<mg::Int32> leavingOf(RWMutex& rw) { return std::atomic_ref(rw.readerWait); }

} // namespace

void RWMutex_RLock(mg::Ptr<RWMutex> rw) {
  if (readersOf(*rw).fetch_add(1) + 1 < 0)
    mg::sync::Semaphore(rw->readerSem).acquire(mg::sched::WaitReason::RWMutexRLock);
}

bool RWMutex_TryRLock(mg::Ptr<RWMutex> rw) {
  mg::Int32 readers = readersOf(*rw).load();
  while (readers >= 0)
    if (readersOf(*rw).compare_exchange_weak(readers, readers + 1)) return true;
  return false;
}

void RWMutex_RUnlock(mg::Ptr<RWMutex> rw) {
  mg::Int32 before = readersOf(*rw).fetch_sub(1);
  if (before > 0) return;
  if (before == 0 || before == -kMaxReaders) [[unlikely]]
    mg::fatalError("sync: RUnlock of unlocked RWMutex"_s);
  if (leavingOf(*rw).fetch_sub(1) == 1) mg::sync::Semaphore(rw->writerSem).release();
}

void RWMutex_Lock(mg::Ptr<RWMutex> rw) {
  Mutex_Lock(&rw->w);
  mg::Int32 readers = readersOf(*rw).fetch_sub(kMaxReaders);
  if (readers != 0 && leavingOf(*rw).fetch_add(readers) + readers != 0)
    mg::sync::Semaphore(rw->writerSem).acquire(mg::sched::WaitReason::RWMutexLock);
}

bool RWMutex_TryLock(mg::Ptr<RWMutex> rw) {
  if (!Mutex_TryLock(&rw->w)) return false;
  mg::Int32 none = 0;
  if (readersOf(*rw).compare_exchange_strong(none, -kMaxReaders)) return true;
  Mutex_Unlock(&rw->w);
  return false;
}

void RWMutex_Unlock(mg::Ptr<RWMutex> rw) {
  mg::Int32 waiting = readersOf(*rw).fetch_add(kMaxReaders) + kMaxReaders;
  if (waiting >= kMaxReaders) [[unlikely]]
    mg::fatalError("sync: Unlock of unlocked RWMutex"_s);
  for (; waiting > 0; --waiting)
    mg::sync::Semaphore(rw->readerSem).release();
  Mutex_Unlock(&rw->w);
}

} // namespace go::sync
