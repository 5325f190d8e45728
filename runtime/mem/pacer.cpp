#include "runtime/mem/pacer.h"

#include "runtime/base/platform.h"
#include "runtime/mem/cache.h"
#include "runtime/mem/pages.h"
#include "runtime/panic/fatal.h"

#include <cstdlib>
#include <cstring>

namespace mg::mem {

namespace {

constexpr uint64_t kFirstHeap = uint64_t{4} << 20;
// What a cache keeps to itself before it reports.
constexpr uint64_t kReported = uint64_t{16} << 10;
constexpr uint64_t kLeastBudget = uint64_t{256} << 10;

// A number with B, KiB, MiB, GiB or TiB behind it, or nothing; -1: it is none.
int64_t parseBytes(const char* text) {
  char* end;
  if (*text < '0' || *text > '9') return -1;
  uint64_t number = strtoull(text, &end, 10);
  unsigned shift = 0;
  if (*end && strcmp(end, "B") != 0) {
    const char* units = "KMGT";
    const char* unit = strchr(units, *end);
    if (!unit || strcmp(end + 1, "iB") != 0) return -1;
    shift = unsigned(unit - units + 1) * 10;
  }
  if (number > uint64_t{INT64_MAX} >> shift) return -1;
  return int64_t(number << shift);
}

} // namespace

constinit Pacer thePacer;

void Pacer::readEnvironment() {
  if (const char* text = getenv("GOGC")) {
    char* end;
    int64_t percent = strtol(text, &end, 10);
    if (strcmp(text, "off") == 0)
      percent_ = -1;
    else if (*text && !*end && percent >= INT32_MIN && percent <= INT32_MAX)
      percent_ = percent;
  }
  const char* limit = getenv("GOMEMLIMIT");
  if (limit && *limit && strcmp(limit, "off") != 0) {
    limit_ = parseBytes(limit);
    if (limit_ < 0)
      panics::fatal("malformed GOMEMLIMIT; see `go doc runtime/debug.SetMemoryLimit`");
  }
  setBudget();
}

void Pacer::report(Cache& cache) {
  if (cache.unreported < kReported) return;
  since_.fetch_add(cache.unreported, std::memory_order_relaxed);
  cache.unreported = 0;
}

uint64_t Pacer::goal() const {
  return goalBudget_ == UINT64_MAX ? UINT64_MAX : live_ + goalBudget_;
}

// Of the heap's pages.
uint64_t Pacer::roomBelowLimit() const {
  uint64_t tables = heapRange.bytes / 50; // pages.h: a sixty-fourth, and some
  uint64_t others = otherRoots_ + tables + (uint64_t{1} << 20);
  return uint64_t(limit_) > others ? uint64_t(limit_) - others : 0;
}

uint64_t Pacer::pagesToKeep() const {
  uint64_t budget = goalBudget_;
  uint64_t used = pageCounts.used * kPageBytes;
  uint64_t keep = budget > UINT64_MAX / 4 ? UINT64_MAX : (used + budget) * 5 / 4 + kFirstHeap;
  uint64_t room = roomBelowLimit();
  return limit_ != INT64_MAX && keep > room ? room : keep;
}

void Pacer::setBudget() {
  uint64_t budget = UINT64_MAX;
  if (percent_ >= 0) {
    uint64_t percent = uint64_t(percent_);
    budget = uint64_t(double(live_ + otherRoots_) * double(percent) / 100);
    uint64_t first = kFirstHeap * percent / 100;
    if (live_ + budget < first) budget = first - live_;
  }
  isNearLimit_ = false;
  if (limit_ != INT64_MAX) {
    // Pages of which only a part is live count as a whole.
    uint64_t used = pageCounts.used * kPageBytes;
    if (used < live_) used = live_;
    uint64_t room = roomBelowLimit();
    uint64_t left = room > used ? room - used : 0;
    if (left < leastBudget_) left = leastBudget_;
    isNearLimit_ = left < budget;
    if (isNearLimit_) budget = left;
  }
  if (budget < kReported) budget = kReported;
  goalBudget_ = budget;
  if (budget != UINT64_MAX && snapshotRuns_) {
    budget += budget / 4 + kFirstHeap;
  } else if (budget != UINT64_MAX && snapshotTime_ && !isNearLimit_) {
    auto meanwhile = uint64_t(rate_ * double(snapshotTime_) * 1.25);
    budget -= meanwhile < budget / 2 ? meanwhile : budget / 2;
  }
  budget_.store(budget, std::memory_order_relaxed);
}

void Pacer::noteRate(int64_t begin) {
  int64_t elapsed = begin - lastEnd_;
  if (elapsed > 0) rate_ = double(since_.load(std::memory_order_relaxed)) / double(elapsed);
}

void Pacer::snapshotBegins(int64_t begin) {
  noteRate(begin);
  snapshotRuns_ = true;
  setBudget();
}

void Pacer::collected(uint64_t live, uint64_t otherRoots, int64_t begin, int64_t snapshotTime) {
  if (!snapshotRuns_) noteRate(begin);
  snapshotRuns_ = false;
  snapshotTime_ = snapshotTime;
  int64_t now = base::nanotime();
  bool tooOften = begin - lastEnd_ < now - begin; // more than half of the time
  lastEnd_ = now;
  if (!tooOften || leastBudget_ < kLeastBudget)
    leastBudget_ = kLeastBudget + live / 64;
  else if (leastBudget_ < live)
    leastBudget_ *= 2;
  live_ = live;
  otherRoots_ = otherRoots;
  since_.store(0, std::memory_order_relaxed);
  setBudget();
}

int64_t Pacer::setPercent(int64_t percent) {
  int64_t old = percent_;
  percent_ = percent < 0 ? -1 : percent;
  setBudget();
  return old;
}

int64_t Pacer::setLimit(int64_t bytes) {
  int64_t old = limit_;
  if (bytes >= 0) limit_ = bytes;
  setBudget();
  return old;
}

} // namespace mg::mem
