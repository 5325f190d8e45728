// When to collect, as Go's GOGC and GOMEMLIMIT say.
//
// GOGC=100: when the heap has grown by as much as was live after the last collection, stacks and
// global variables counted, but not below 4 MiB. GOMEMLIMIT: earlier, so that the memory of the
// whole runtime stays below it; when that cannot be, collections do not take more than about half
// of the time. A collection that goes on while the program runs begins before that, by what is
// going to be allocated meanwhile.
#pragma once

#include <atomic>
#include <cstdint>

namespace mg::mem {

struct Cache;

class Pacer {
public:
  void readEnvironment();

  // Adds what a cache has handed out. By its owner.
  void report(Cache& cache);
  bool isDue() const {
    return since_.load(std::memory_order_relaxed) >= budget_.load(std::memory_order_relaxed);
  }
  // Bytes of objects that were live, or have been allocated since.
  uint64_t heapNow() const { return live_ + since_.load(std::memory_order_relaxed); }
  // What heapNow() should not exceed.
  uint64_t goal() const;
  // The next collection is due because of the limit.
  bool isNearLimit() const { return isNearLimit_; }
  // Free pages above this go back to the system.
  uint64_t pagesToKeep() const;

  // The world is stopped. A snapshot has been made: isDue() from when there is so much more than
  // the goal that allocation should wait for it.
  void snapshotBegins(int64_t begin);
  // snapshotTime: what another collection of this kind takes, 0 if it will stop the world.
  void collected(uint64_t live, uint64_t otherRoots, int64_t begin, int64_t snapshotTime);

  // Below 0: off. Both return what was set before, and take effect at once. Under the collector's
  // lock.
  int64_t setPercent(int64_t percent);
  int64_t setLimit(int64_t bytes);
  int64_t percent() const { return percent_; }
  int64_t limit() const { return limit_; }
  bool hasLimit() const { return limit_ != INT64_MAX; }

private:
  void setBudget();
  void noteRate(int64_t begin);
  uint64_t roomBelowLimit() const;

  int64_t percent_ = 100;
  int64_t limit_ = INT64_MAX;
  uint64_t live_ = 0, otherRoots_ = 0;
  uint64_t leastBudget_ = 0; // grows while collections take too much time
  int64_t lastEnd_ = 0;
  uint64_t goalBudget_ = 0; // since_ at the goal
  bool isNearLimit_ = false;
  bool snapshotRuns_ = false;
  double rate_ = 0;          // of allocation, bytes in a nanosecond
  int64_t snapshotTime_ = 0; // ns
  // Relaxed everywhere: they only decide when, and whoever collects looks again under the lock.
  std::atomic<uint64_t> since_{0};
  std::atomic<uint64_t> budget_{0};
};

extern Pacer thePacer;
inline Pacer& pacer() { return thePacer; }

} // namespace mg::mem
