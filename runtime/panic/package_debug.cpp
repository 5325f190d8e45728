// Package runtime/debug: how a program fails, and how it was built.
#include "minigo/string.h"
#include "runtime/panic/fatal.h"
#include "runtime/panic/last_words.h"
#include "runtime/sched/program.h"
#include "runtime/sched/scheduler.h"

#include <algorithm>
#include <cstring>

namespace go::runtime_debug {

void SetTraceback(mg::String level);
mg::Int setCrashOutput(mg::Int descriptor);
bool SetPanicOnFault(bool enabled);
mg::String buildInfo();

void SetTraceback(mg::String level) {
  char text[16] = {}; // longer ones are none that it knows
  if (level.len) memcpy(text, level.ptr, std::min(size_t(level.len), sizeof text - 1));
  mg::panics::raiseTraces(text);
}

mg::Int setCrashOutput(mg::Int descriptor) { return mg::panics::setCrashOutput(int(descriptor)); }

bool SetPanicOnFault(bool enabled) {
  mg::sched::G* g = mg::sched::currentG();
  const bool old = g->flags & mg::sched::kPanicOnFault;
  g->flags =
      enabled ? g->flags | mg::sched::kPanicOnFault : g->flags & uint8_t(~mg::sched::kPanicOnFault);
  return old;
}

mg::String buildInfo() {
  const char* text = mg::sched::programBuildInfo();
  return {reinterpret_cast<const mg::Byte*>(text), mg::Int(strlen(text))};
}

} // namespace go::runtime_debug
