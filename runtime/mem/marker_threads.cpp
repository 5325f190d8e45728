#include "runtime/mem/marker_threads.h"

#include "runtime/base/futex.h"
#include "runtime/base/platform.h"
#include "runtime/mem/mark.h"
#include "runtime/mem/out_of_memory.h"

#include <csignal>
#include <new>
#include <pthread.h>
#include <sys/mman.h>

namespace mg::mem {

namespace detail {
std::atomic<uint64_t> state{0};
bool isShared = false;
} // namespace detail

namespace {

using detail::state;

constexpr uint32_t kMostMarkers = 16;
constexpr int kSpins = 1000;

// The parts of `state`, from the lowest bit on.
constexpr uint64_t kOneIdle = 1;
constexpr uint64_t kOneJoined = uint64_t{1} << 16;
constexpr uint64_t kClosed = uint64_t{1} << 31;
uint32_t idleIn(uint64_t word) { return word & 0xffff; }
uint32_t joinedIn(uint64_t word) { return word >> 16 & 0x7fff; }
bool isOpen(uint64_t word, uint32_t round) {
  return uint32_t(word >> 32) == round && !(word & kClosed);
}

// 0 belongs to the thread that collects. Not among the variables, which are roots: what markers
// leave behind would keep objects alive.
Marker* markers = nullptr;
uint32_t threads = 0;            // others that have been made; by the one that collects
void (*task)(Marker&) = nullptr; // published by `state`
std::atomic<uint32_t> call{0};   // a futex: the number of the round for which others are called
std::atomic<uint32_t> signal{0}; // a futex: there is work for the idle, or none will come
bool hasFailed = false;

// Changes the state of an open round; false if it is over.
bool change(uint32_t round, uint64_t by) {
  uint64_t word = state.load(std::memory_order_acquire);
  do
    if (!isOpen(word, round)) return false;
  // Acquire and release: who joins sees the world as it was stopped, who closes the others' marks.
  while (!state.compare_exchange_weak(word, word + by, std::memory_order_acq_rel,
                                      std::memory_order_acquire));
  return true;
}

void* runMarker(void* argument) {
  Marker& own = *static_cast<Marker*>(argument);
  for (uint32_t seen = 0;;) {
    uint32_t round =
        call.load(std::memory_order_acquire); // pairs with the release in markTogether()
    if (round == seen) {
      base::futexWait(call, seen, INT64_MAX);
      continue;
    }
    seen = round;
    if (!change(round, kOneJoined)) continue;
    own.round = round;
    task(own);
  }
  return nullptr;
}

} // namespace

void prepareMarkers() {
  if (markers) return;
  void* memory = mmap(nullptr, kMostMarkers * sizeof(Marker), PROT_READ | PROT_WRITE,
                      MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED) outOfMemory();
  markers = static_cast<Marker*>(memory);
  for (uint32_t i = 0; i < kMostMarkers; ++i)
    new (&markers[i]) Marker;
}

namespace {

void makeThreads(uint32_t count) {
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
  pthread_attr_setstacksize(&attributes, size_t{256} << 10);
  sigset_t all, before; // all signals are for workers
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  while (threads < count && !hasFailed) {
    pthread_t thread;
    if (pthread_create(&thread, &attributes, runMarker, &markers[threads + 1]) == 0)
      ++threads;
    else
      hasFailed = true; // then there are fewer
  }
  pthread_sigmask(SIG_SETMASK, &before, nullptr);
  pthread_attr_destroy(&attributes);
}

} // namespace

Marker& marker() { return markers[0]; }

MarkTotals markTotals() {
  MarkTotals totals{0, 0};
  for (uint32_t i = 0; i < kMostMarkers; ++i) {
    totals.bytes += markers[i].bytes();
    totals.stackBytes += markers[i].stackBytes;
  }
  return totals;
}

bool waitForWork(uint32_t round, bool (*isThere)()) {
  change(round, kOneIdle); // the round is open: this marker was at work
  for (int spins = 0;; ++spins) {
    uint32_t seen = signal.load(std::memory_order_acquire);
    uint64_t word = state.load(std::memory_order_acquire);
    if (!isOpen(word, round)) return false;
    if (isThere()) return change(round, -kOneIdle);
    if (idleIn(word) == joinedIn(word)) {
      // Nobody was at work then, so nobody adds any: all have looked.
      if (!state.compare_exchange_strong(word, word | kClosed, std::memory_order_acq_rel)) continue;
      signalWork();
      return false;
    }
    if (spins < kSpins)
      base::cpuRelax();
    else
      base::futexWait(signal, seen, INT64_MAX);
  }
}

void signalWork() {
  signal.fetch_add(1, std::memory_order_seq_cst);
  base::futexWake(signal, INT32_MAX);
}

uint32_t markTogether(uint32_t count, void (*work)(Marker& marker)) {
  prepareMarkers();
  if (count > kMostMarkers) count = kMostMarkers;
  if (count > threads + 1) makeThreads(count - 1);
  if (count > threads + 1) count = threads + 1;
  // None of the others is in a round now, or will touch its marker before it joins the next.
  for (uint32_t i = 0; i < kMostMarkers; ++i)
    markers[i].reset();
  task = work;
  auto round = uint32_t(state.load(std::memory_order_relaxed) >> 32) + 1;
  if (!round) ++round; // 0 is none
  detail::isShared = count > 1;
  state.store(uint64_t{round} << 32 | kOneJoined, std::memory_order_release);
  if (count > 1) {
    call.store(round, std::memory_order_release);
    base::futexWake(call, int(count - 1));
  }
  markers[0].round = round;
  work(markers[0]);
  detail::isShared = false;
  return joinedIn(state.load(std::memory_order_acquire));
}

} // namespace mg::mem
