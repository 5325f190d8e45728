#include "runtime/mem/snapshot.h"

#include "runtime/base/futex.h"
#include "runtime/base/platform.h"
#include "runtime/base/sanitizer.h"
#include "runtime/mem/dead_set.h"
#include "runtime/mem/mark.h"
#include "runtime/mem/mark_phases.h"
#include "runtime/mem/marker_threads.h"
#include "runtime/mem/sweep.h"
#include "runtime/sched/stop_world.h"

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <pthread.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace mg::mem {

std::atomic<uint32_t> snapshotWord{0};
bool isSnapshotChild = false;
DeadSet theDead;

namespace {

// In front of the dead, in memory that parent and child share.
struct Record {
  static constexpr uint64_t kMostKept = 1 << 16;
  static constexpr uint64_t kClosed = uint64_t{1} << 32;

  std::atomic<uint32_t> isDone; // written last by the child; read when it is gone
  SnapshotResult result;
  // How many objects the parent has asked to keep, and kClosed.
  std::atomic<uint64_t> kept;
  std::atomic<void*> keptObjects[kMostKept];
};

Record* record = nullptr;
size_t mappedBytes = 0;
uint64_t* deadWords() { return reinterpret_cast<uint64_t*>(record + 1); }

int child = 0; // published by `request`
std::atomic<uint32_t> request{0};
bool hasWaiter = false;
uint64_t number = 0; // changes only while the world stands still
// Nobody asks for attention any more when the state is None.
pthread_mutex_t attentionLock = PTHREAD_MUTEX_INITIALIZER;

void setState(SnapshotState state) {
  // Release: see snapshotState().
  snapshotWord.store(uint32_t(state), std::memory_order_release);
  base::futexWake(snapshotWord, INT32_MAX);
}

// ---- The child: no locks, no memory of the C library's, no output
// --------------------------------

void closeFiles() {
#if defined(SYS_close_range)
  constexpr unsigned kUnshare = 2;                              // CLOSE_RANGE_UNSHARE
  if (syscall(SYS_close_range, 0u, ~0u, kUnshare) != 0) return; // shares the parent's table
  // When memory runs out, this process is to go, not the parent.
  int file = open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC);
  if (file < 0) return;
  [[maybe_unused]] ssize_t written = write(file, "1000", 4); // a failure changes nothing here
  close(file);
#endif
}

void bindToParent(int parent) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != parent) _exit(1); // it died before
  prctl(PR_SET_DUMPABLE, 0);         // no core of this process
  prctl(PR_SET_NAME, "collector");
}

// Objects that weak pointers have given since; false: the list is closed.
bool markKept(uint64_t& seen) {
  // Acquire and release: what has been counted will be marked, or is not counted any more.
  uint64_t count = record->kept.load(std::memory_order_acquire);
  if (seen == count) return !record->kept.compare_exchange_strong(count, count | Record::kClosed);
  for (; seen < count; ++seen) {
    void* object;
    // Acquire: pairs with the release in keepInSnapshot().
    while (!(object = record->keptObjects[seen].load(std::memory_order_acquire)))
      base::pauseSpinning(INT32_MAX);
    marker().mark(object);
  }
  marker().drain();
  return true;
}

[[noreturn]] void runChild(int parent) {
  isSnapshotChild = true;
  bindToParent(parent);
  closeFiles();
  int64_t begin = base::nanotime();
  markReachable(1);
  for (uint64_t seen = 0; markKept(seen);)
    markTimers();
  SweepResult dead = writeDead(deadWords());
  record->result = {dead.freedBytes, dead.freedObjects, markTotals().stackBytes,
                    base::nanotime() - begin};
  record->isDone.store(1, std::memory_order_release); // pairs with the acquire in takeSnapshot()
  _exit(0);
}

// ---- The parent
// ----------------------------------------------------------------------------------

// Seen by the workers sooner or later; asked for again if none runs now.
void callAttention() {
  constexpr int64_t kFirst = 1'000'000, kLast = 100'000'000; // ns
  for (int64_t pause = kFirst; snapshotState() == SnapshotState::Ended;
       pause = pause < kLast ? pause * 2 : pause) {
    pthread_mutex_lock(&attentionLock);
    if (snapshotState() == SnapshotState::Ended) sched::requestAttention();
    pthread_mutex_unlock(&attentionLock);
    base::futexWait(snapshotWord, uint32_t(SnapshotState::Ended), base::nanotime() + pause);
  }
}

void* waitForChildren(void*) {
  for (uint32_t seen = 0;;) {
    uint32_t now = request.load(std::memory_order_acquire); // pairs with beginSnapshot()
    if (now == seen) {
      base::futexWait(request, seen, INT64_MAX);
      continue;
    }
    seen = now;
    siginfo_t info;
    // Left as a zombie, so that its number stays its own until endSnapshot().
    while (waitid(P_PID, id_t(child), &info, WEXITED | WNOWAIT | __WALL) != 0 && errno == EINTR) {
    }
    setState(SnapshotState::Ended);
    callAttention();
  }
  return nullptr;
}

bool makeWaiter() {
  if (hasWaiter) return true;
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
  pthread_attr_setstacksize(&attributes, size_t{64} << 10);
  pthread_t thread;
  hasWaiter = pthread_create(&thread, &attributes, waitForChildren, nullptr) == 0;
  pthread_attr_destroy(&attributes);
  return hasWaiter;
}

bool mapRecord() {
  size_t bytes = sizeof(Record) + heapRange.bytes / 1024 * sizeof(uint64_t);
  if (bytes > mappedBytes) {
    if (record) munmap(record, mappedBytes);
    record = nullptr;
    mappedBytes = 0;
    void* memory = mmap(nullptr, bytes, PROT_READ | PROT_WRITE,
                        MAP_SHARED | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (memory == MAP_FAILED) return false;
    record = static_cast<Record*>(memory);
    mappedBytes = bytes;
  }
  uint64_t kept = record->kept.load(std::memory_order_relaxed) & ~Record::kClosed;
  for (uint64_t i = 0; i < kept; ++i)
    record->keptObjects[i].store(nullptr, std::memory_order_relaxed);
  record->kept.store(0, std::memory_order_relaxed);
  record->isDone.store(0, std::memory_order_relaxed);
  return true;
}

} // namespace

SnapshotUse snapshotUse() {
  static const SnapshotUse use = [] {
    if (base::kOwnStacks) return SnapshotUse::Never; // the sanitizer's threads are not in the child
    const char* text = getenv("MINIGO_GC_SNAPSHOT");
    if (!text || !*text) return SnapshotUse::WhenWorthIt;
    return strcmp(text, "0") == 0 ? SnapshotUse::Never : SnapshotUse::Always;
  }();
  return use;
}

bool beginSnapshot() {
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before); // also those of the waiter and the child
  bool isMade = false;
  prepareMarkers();
  if (mapRecord() && makeWaiter()) {
    int self = getpid();
    // A signal of 0 at its end: no wait of the program's sees it. Files are shared, so that none
    // stays open longer than the program thinks.
    child = int(syscall(SYS_clone, CLONE_FILES, nullptr, nullptr, nullptr, nullptr));
    if (child == 0) runChild(self);
    isMade = child > 0;
  }
  pthread_sigmask(SIG_SETMASK, &before, nullptr);
  if (!isMade) return false;
  ++number;
  theDead.heapBytes = heapRange.bytes;
  setState(SnapshotState::Marking);
  request.fetch_add(1, std::memory_order_release);
  base::futexWake(request, 1);
  return true;
}

bool takeSnapshot(SnapshotResult* result) {
  if (!record->isDone.load(std::memory_order_acquire)) return false;
  *result = record->result;
  theDead.words = deadWords();
  theDead.revivedBytes = theDead.revivedObjects = 0;
  return true;
}

void endSnapshot() {
  waitid(P_PID, id_t(child), nullptr, WEXITED | __WALL);
  pthread_mutex_lock(&attentionLock);
  setState(SnapshotState::None);
  sched::endAttention();
  pthread_mutex_unlock(&attentionLock);
}

void abandonSnapshot() {
  if (snapshotState() == SnapshotState::None) return;
  kill(child, SIGKILL);
  while (snapshotState() == SnapshotState::Marking)
    base::futexWait(snapshotWord, uint32_t(SnapshotState::Marking), INT64_MAX);
  endSnapshot();
}

uint64_t snapshotNumber() { return number; }

bool keepInSnapshot(void* object) {
  uint64_t count = record->kept.load(std::memory_order_relaxed);
  do
    if (count >= Record::kMostKept) return false; // closed, or full
  while (!record->kept.compare_exchange_weak(count, count + 1));
  record->keptObjects[count].store(object, std::memory_order_release); // pairs with markKept()
  return true;
}

} // namespace mg::mem
