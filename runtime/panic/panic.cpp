// panic, recover, Goexit and the deferred calls that they run.
#include "runtime/panic/panic.h"

#include "minigo/defer.h"
#include "minigo/go.h"
#include "runtime/base/check.h"
#include "runtime/base/stderr_writer.h"
#include "runtime/panic/fatal.h"
#include "runtime/panic/last_words.h"
#include "runtime/panic/runtime_error.h"
#include "runtime/panic/traceback.h"
#include "runtime/sched/context.h"
#include "runtime/sched/scheduler.h"
#include "runtime/value/text.h"

extern "C" {
// Continues in the trampoline of `frame` as though its body had returned.
[[noreturn]] void mg_resume_frame(mg::DeferFrame* frame);
// Called by that trampoline: runs the deferred calls of the frame that are left.
void mg_run_deferred(mg::DeferFrame* frame);
}

namespace mg {

namespace panics {

namespace {

[[noreturn]] void resume(sched::G* g, DeferFrame* frame) {
  MG_CHECK(frame, "recovered in a deferred call that cannot recover");
  bool goexit = false;
  while (g->panics && static_cast<void*>(g->panics) < frame->sp) {
    goexit |= g->panics->goexit;
    g->panics = g->panics->link;
  }
  if (goexit) g->flags |= sched::kGoexitPending;
  mg_resume_frame(frame);
}

// A method that should give the text of a panic's value has panicked itself.
[[noreturn]] void fatalWhilePrinting(Any value) {
  Text text;
  text.add("panic while printing panic value: "_s);
  if (value.type == &type_string) {
    text.add(unbox<String>(value.data));
  } else {
    text.add("type "_s);
    text.add(value.type->name);
  }
  fatal(text.str());
}

// Runs the goroutine's deferred calls; returns when there are none left. When one of them recovers,
// execution continues in the frame that deferred it instead.
void runDeferredCalls(sched::G* g, Panic& panic) {
  while (DeferRecord* record = g->defers) {
    g->defers = record->next;
    DeferFrame* frame = record->frame; // the call may reuse the record's memory
    panic.armed = nullptr;
    panic.arming = frame != nullptr;
    record->call(record);
    panic.arming = false;
    if (panic.recovered) resume(g, frame);
  }
}

} // namespace

// Tracebacks show it as "panic".
[[noreturn, gnu::noinline]] static void startPanic(Panic& panic) {
  sched::G* g = sched::currentG();
  if (!g) fatal("panic on the scheduler's stack");
  panic.link = g->panics;
  g->panics = &panic;
  runDeferredCalls(g, panic);
  for (const Panic* older = panic.link; older; older = older->link)
    if (older->printing) fatalWhilePrinting(panic.value);
  panic.printing = true;
  markRepeats(g->panics);
  prepareValues(g->panics);
  beginLastWords();
  printPanics(g->panics);
  endWithTraces(printRunningGoroutine);
}

void panicAgain() {
  Panic* old = sched::currentG()->panics;
  if (!old || old->goexit) return;
  old->recovered = true;
  panic(old->value);
}

void panicMemory(uintptr_t address, uintptr_t pc, Any value) {
  Panic panic;
  panic.value = value;
  panic.signalAddress = address;
  panic.signalPc = pc;
  startPanic(panic);
}

} // namespace panics

void panic(Any value) {
  panics::Panic panic;
  panic.value = value.type ? value : panics::nilPanicError();
  panics::startPanic(panic);
}

void panicNilDereference() {
  panics::panicMemory(0, reinterpret_cast<uintptr_t>(__builtin_return_address(0)),
                      panics::memoryError());
}

void goexit() {
  sched::G* g = sched::currentG();
  panics::Panic panic;
  panic.goexit = true;
  panic.link = g->panics;
  g->panics = &panic;
  panics::runDeferredCalls(g, panic);
  sched::endGoroutine();
}

DeferRecord** deferChain() { return &sched::currentG()->defers; }

LoopDefers& deferLater(Defers& defers) {
  auto* later = static_cast<LoopDefers*>(allocate(sizeof(LoopDefers), false));
  later->call = &LoopDefers::release;
  defers.link(later);
  return *later;
}

void LoopDefers::release(DeferRecord* self) {
  DeferRecord* newest = static_cast<LoopDefers*>(self)->newest_;
  if (!newest) return;
  DeferRecord* oldest = newest;
  while (oldest->next)
    oldest = oldest->next;
  DeferRecord** chain = deferChain();
  oldest->next = *chain;
  *chain = newest;
}

void armRecovery(const void* code) {
  panics::Panic* panic = sched::currentG()->panics;
  if (!panic || !panic->arming) return;
  panic->arming = false;
  panic->armed = code;
}

void passRecoveryTo(const void* wrapper, const void* target) {
  panics::Panic* panic = sched::currentG()->panics;
  if (panic && panic->armed == wrapper) panic->armed = target;
}

void* Recovery::take(const void* code) {
  panics::Panic* panic = sched::currentG()->panics;
  if (!panic || panic->armed != code) return nullptr;
  panic->armed = nullptr;
  return panic;
}

void* Recovery::takeNow() {
  panics::Panic* panic = sched::currentG()->panics;
  if (!panic || !panic->arming) return nullptr;
  panic->arming = false;
  return panic;
}

Any Recovery::recover() {
  panics::Panic* panic = static_cast<panics::Panic*>(panic_);
  // A later panic is in progress when a deferred call of recover itself runs because of that one.
  if (!panic || panic != sched::currentG()->panics || panic->recovered || panic->goexit) return {};
  panic->recovered = true;
  return panic->value;
}

} // namespace mg

void mg_run_deferred(mg::DeferFrame* frame) {
  using namespace mg;
  sched::G* g = sched::currentG();
  if (g->flags & sched::kGoexitPending) {
    g->flags &= uint8_t(~sched::kGoexitPending);
    goexit();
  }
  while (g->defers && g->defers->frame == frame) {
    DeferRecord* record = g->defers;
    g->defers = record->next;
    record->call(record);
  }
}
