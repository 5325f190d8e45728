#include "runtime/panic/last_words.h"

#include "runtime/base/stderr_writer.h"
#include "runtime/panic/fatal.h"
#include "runtime/panic/traceback.h"
#include "runtime/sched/arena.h"
#include "runtime/sched/scheduler.h"

#include <algorithm>
#include <atomic>
#include <csignal>
#include <cstdlib>
#include <cstring>

namespace mg::panics {

namespace {

enum class Traces { None, Current, All, Crash }; // each tells more than the one before

std::atomic<Traces> atLeast{Traces::None}; // what the program asked for itself

Traces tracesOf(const char* text) {
  auto is = [&](const char* a, const char* b) { return !strcmp(text, a) || !strcmp(text, b); };
  if (!text || is("single", "1") || !*text) return Traces::Current;
  if (is("none", "0")) return Traces::None;
  if (is("crash", "wer")) return Traces::Crash;
  return is("all", "system") || *text == '2' ? Traces::All : Traces::Current;
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
  Traces traces = std::max(tracesOf(getenv("GOTRACEBACK")), atLeast.load());
  if (traces != Traces::None) printCurrent();
  if (traces == Traces::All || traces == Traces::Crash) {
    base::StderrWriter out;
    printGoroutines(out, sched::currentG());
  }
  if (traces == Traces::Crash) {
    signal(SIGABRT, SIG_DFL);
    abort();
  }
  endProcess(2);
}

} // namespace mg::panics
