#include "runtime/panic/last_words.h"

#include "runtime/base/stderr_writer.h"
#include "runtime/panic/fatal.h"
#include "runtime/panic/traceback.h"
#include "runtime/sched/arena.h"
#include "runtime/sched/scheduler.h"

#include <algorithm>
#include <atomic>
#include <cctype>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>

namespace mg::panics {

namespace {

// Whether to abort, whether to show all goroutines, and from bit 2 on a level: of 0 nothing is
// shown. Of two wishes both hold.
constexpr uint32_t kAbort = 1, kAll = 2, kLevel = 4;

std::atomic<uint32_t> atLeast{0}; // what the program asked for itself

uint32_t tracesOf(const char* text) {
  auto is = [&](const char* word) { return !strcmp(text, word); };
  if (!text || is("") || is("single")) return kLevel;
  if (is("none")) return 0;
  if (is("all")) return kLevel | kAll;
  if (is("system")) return 2 * kLevel | kAll;
  if (is("crash")) return 2 * kLevel | kAll | kAbort;
  char* end = nullptr;
  errno = 0;
  const long number = strtol(text, &end, 10);
  const bool isNumber = *end == '\0' && !isspace(*text) && errno == 0;
  const bool fits = isNumber && number >= 0 && number <= long{UINT32_MAX};
  return kAll | (fits ? static_cast<uint32_t>(number) * kLevel : 0);
}

int compareIds(const void* a, const void* b) {
  uint64_t left = (*static_cast<sched::G* const*>(a))->id();
  uint64_t right = (*static_cast<sched::G* const*>(b))->id();
  return left < right ? -1 : left > right;
}

} // namespace

void printGoroutines(base::TextWriter& out, const sched::G* except) {
  size_t count = 0;
  sched::Arena::forEachGoroutine([&](sched::G*) { ++count; });
  auto** all = static_cast<sched::G**>(malloc(count * sizeof(sched::G*)));
  if (!all) return;
  size_t at = 0;
  sched::Arena::forEachGoroutine([&](sched::G* g) {
    if (at < count) all[at++] = g;
  });
  qsort(all, at, sizeof(sched::G*), compareIds);
  for (size_t i = 0; i < at; ++i)
    if (all[i] != except) printGoroutine(out, all[i]);
  free(all);
}

void raiseTraces(const char* level) { atLeast = tracesOf(level); }

void endWithTraces(void (*printCurrent)()) {
  const uint32_t traces = tracesOf(getenv("GOTRACEBACK")) | atLeast.load();
  const bool showsAny = traces >= kLevel;
  if (showsAny) printCurrent();
  if (showsAny && (traces & kAll)) {
    base::StderrWriter out;
    printGoroutines(out, sched::currentG());
  }
  if (traces & kAbort) {
    signal(SIGABRT, SIG_DFL);
    abort();
  }
  endProcess(2);
}

} // namespace mg::panics
