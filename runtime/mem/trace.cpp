#include "runtime/mem/trace.h"

#include "runtime/base/stderr_writer.h"
#include "runtime/mem/collector.h"
#include "runtime/mem/roots.h"
#include "runtime/sched/workers.h"

#include <cstdlib>
#include <cstring>

namespace mg::mem {

namespace {

bool isWanted() {
  static const bool wanted = [] {
    const char* debug = getenv("GODEBUG");
    constexpr const char* kName = "gctrace=";
    for (const char* at = debug; at && *at; at = strchr(at, ',') ? strchr(at, ',') + 1 : nullptr)
      if (strncmp(at, kName, strlen(kName)) == 0) return atoi(at + strlen(kName)) > 0;
    return false;
  }();
  return wanted;
}

void decimal(base::TextWriter& out, uint64_t number, unsigned places) {
  uint64_t unit = 1;
  for (unsigned i = 0; i < places; ++i)
    unit *= 10;
  out.unsignedNumber(number / unit);
  if (!places) return;
  out.text(".");
  for (uint64_t rest = number % unit; unit > 1; rest %= unit) {
    unit /= 10;
    out.unsignedNumber(rest / unit);
  }
}

// Milliseconds with two digits that count, but none below a microsecond.
void milliseconds(base::TextWriter& out, int64_t ns) {
  uint64_t value = ns > 0 ? uint64_t(ns) / 1000 : 0;
  unsigned places = 3;
  if (value == 0) places = 0;
  for (; value >= 100 && places > 0; value /= 10)
    --places;
  decimal(out, value, places);
}

uint64_t megabytes(uint64_t bytes) { return bytes >> 20; }

} // namespace

void traceCollection(const CycleTimes& times, bool isForced) {
  if (!isWanted()) return;
  int64_t processors = sched::workerLimit();
  int64_t elapsed = times.end - programStart();
  int64_t stop = times.stopped - times.begin, mark = times.marked - times.stopped;
  int64_t sweep = times.end - times.marked;
  base::StderrWriter out;
  out.text("gc ").unsignedNumber(collections.count).text(" @");
  decimal(out, uint64_t(elapsed / 1'000'000), 3);
  out.text("s ");
  out.number(int64_t(collectorShare() * 100)).text("%: ");
  milliseconds(out, stop);
  milliseconds(out.text("+"), mark);
  milliseconds(out.text("+"), sweep);
  milliseconds(out.text(" ms clock, "), stop * processors);
  milliseconds(out.text("+0/"), mark * times.markers);
  milliseconds(out.text("/0+"), sweep * processors);
  out.text(" ms cpu, ").unsignedNumber(megabytes(times.heapBefore)).text("->");
  out.unsignedNumber(megabytes(times.heapMarked)).text("->");
  out.unsignedNumber(megabytes(times.heapAfter)).text(" MB, ");
  out.unsignedNumber(megabytes(times.goal)).text(" MB goal, ");
  out.unsignedNumber(megabytes(collections.stackBytes)).text(" MB stacks, ");
  out.unsignedNumber(megabytes(globalBytes())).text(" MB globals, ");
  out.number(processors).text(" P").text(isForced ? " (forced)\n" : "\n");
}

} // namespace mg::mem
