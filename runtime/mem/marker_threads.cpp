#include "runtime/mem/marker_threads.h"

#include "runtime/base/futex.h"
#include "runtime/base/platform.h"
#include "runtime/mem/mark.h"

#include <csignal>
#include <pthread.h>

namespace mg::mem {

namespace detail {
std::atomic<uint32_t> running{1};
std::atomic<uint32_t> idle{0};
} // namespace detail

namespace {

using detail::idle;
using detail::running;

constexpr uint32_t kMostMarkers = 16;

Marker markers[kMostMarkers];    // 0 belongs to the thread that collects
uint32_t threads = 0;            // others that have been made; by the one that collects
void (*task)(Marker&) = nullptr; // published by round
// A futex: changes when there is work. The lowest byte says how many of the others are to do it:
// one that wakes late must not take a later count for this one's.
std::atomic<uint32_t> round{0};
uint32_t roundAtStart = 0;       // when the last threads were made
std::atomic<uint32_t> atWork{0}; // a futex: others that have not ended their part
std::atomic<uint32_t> signal{0}; // a futex: there is work for the idle, or none will come
bool hasFailed = false;
constexpr int kSpins = 1000;

void* runMarker(void* argument) {
  auto index = uint32_t(reinterpret_cast<uintptr_t>(argument));
  uint32_t seen = roundAtStart;
  for (;;) {
    uint32_t current;
    // Acquire: pairs with the release in markTogether(); the world as it was stopped.
    while ((current = round.load(std::memory_order_acquire)) == seen)
      base::futexWait(round, seen, INT64_MAX);
    seen = current;
    if (index > (current & 0xff)) continue;
    task(markers[index]);
    // Release: pairs with the acquire in markTogether(); the marks.
    if (atWork.fetch_sub(1, std::memory_order_acq_rel) == 1) base::futexWake(atWork, 1);
  }
  return nullptr;
}

void makeThreads(uint32_t count) {
  roundAtStart = round.load(std::memory_order_relaxed);
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
  pthread_attr_setstacksize(&attributes, size_t{256} << 10);
  sigset_t all, before; // all signals are for workers
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  while (threads < count && !hasFailed) {
    pthread_t thread;
    auto index = reinterpret_cast<void*>(uintptr_t{threads + 1});
    if (pthread_create(&thread, &attributes, runMarker, index) == 0)
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
  for (Marker& one : markers) {
    totals.bytes += one.bytes();
    totals.stackBytes += one.stackBytes;
  }
  return totals;
}

bool waitForWork(bool (*isThere)()) {
  uint32_t all = running.load(std::memory_order_relaxed);
  // Sequentially consistent: who adds work is not idle, so all idle means that there is none.
  if (idle.fetch_add(1, std::memory_order_seq_cst) + 1 == all) signalWork();
  for (int spins = 0; idle.load(std::memory_order_seq_cst) < all; ++spins) {
    uint32_t seen = signal.load(std::memory_order_seq_cst);
    if (isThere()) {
      idle.fetch_sub(1, std::memory_order_seq_cst);
      return true;
    }
    if (spins < kSpins)
      base::cpuRelax();
    else if (idle.load(std::memory_order_seq_cst) < all)
      base::futexWait(signal, seen, INT64_MAX);
  }
  return false;
}

void signalWork() {
  signal.fetch_add(1, std::memory_order_seq_cst);
  base::futexWake(signal, INT32_MAX);
}

uint32_t markTogether(uint32_t count, void (*work)(Marker& marker)) {
  if (count > kMostMarkers) count = kMostMarkers;
  if (count > threads + 1) makeThreads(count - 1);
  if (count > threads + 1) count = threads + 1;
  for (Marker& one : markers)
    one.reset();
  uint32_t others = count - 1;
  task = work;
  running.store(count, std::memory_order_relaxed);
  idle.store(0, std::memory_order_relaxed);
  atWork.store(others, std::memory_order_relaxed);
  if (others) {
    uint32_t last = round.load(std::memory_order_relaxed);
    round.store((last & ~uint32_t{0xff}) + 0x100 + others, std::memory_order_release);
    base::futexWake(round, INT32_MAX);
  }
  work(markers[0]);
  while (uint32_t left = atWork.load(std::memory_order_acquire))
    base::futexWait(atWork, left, INT64_MAX);
  running.store(1, std::memory_order_relaxed);
  return count;
}

} // namespace mg::mem
