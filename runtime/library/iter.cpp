// The functions of package iter that are not written in Go: coroutines, behind iter.Pull.
//
// A coroutine is a goroutine that runs only while another one waits for it. Both wait in turn: the
// one that waits lies in `waiting`, and switching takes it out and goes there in its place.
#include "minigo/func.h"
#include "minigo/go.h"
#include "minigo/heap.h"
#include "minigo/pointer.h"
#include "runtime/base/check.h"
#include "runtime/sched/scheduler.h"

#include <new>

namespace go::iter {

struct coro; // an empty struct in the package; here it stands for a Coroutine

using Body = mg::Func<void(mg::Ptr<coro>)>;

mg::Ptr<coro> newcoro(Body body);
void coroswitch(mg::Ptr<coro> c);

} // namespace go::iter

namespace {

using mg::sched::G;
using mg::sched::WaitReason;

struct Coroutine {
  go::iter::Body body; // not started while not nil
  G* waiting = nullptr;
  // Release: the starter is off its stack. Acquire: the coroutine may be switched back from.
  bool starterWaits = false;
};

Coroutine& coroutineOf(mg::Ptr<go::iter::coro> c) { return *reinterpret_cast<Coroutine*>(c.raw); }

void run(Coroutine* c, go::iter::Body body) {
  while (!__atomic_load_n(&c->starterWaits, __ATOMIC_ACQUIRE))
    mg::gosched(); // another worker took this goroutine before its starter had parked
  body(mg::Ptr<go::iter::coro>(reinterpret_cast<go::iter::coro*>(c)));
  G* next = c->waiting;
  c->waiting = nullptr;
  mg::sched::ready(next);
}

void start(Coroutine& c) {
  go::iter::Body body = c.body;
  c.body = {};
  c.waiting = mg::sched::currentG();
  mg::go(run, &c, body);
  mg::sched::park(
      WaitReason::Coroutine,
      [](G*, void* c) {
        __atomic_store_n(&static_cast<Coroutine*>(c)->starterWaits, true, __ATOMIC_RELEASE);
      },
      &c);
}

} // namespace

namespace go::iter {

mg::Ptr<coro> newcoro(Body body) {
  auto* c = new (mg::allocate(sizeof(Coroutine), /*pointerFree=*/false)) Coroutine;
  c->body = body;
  return mg::Ptr<coro>(reinterpret_cast<coro*>(c));
}

// Runs the other side until it switches back or, being the coroutine, ends.
void coroswitch(mg::Ptr<coro> pointer) {
  Coroutine& c = coroutineOf(pointer);
  if (c.body.closure) return start(c);
  // Only when this goroutine is off its stack may the other one come back to it.
  mg::sched::park(
      WaitReason::Coroutine,
      [](G* self, void* argument) {
        auto& c = *static_cast<Coroutine*>(argument);
        G* next = c.waiting;
        c.waiting = self;
        mg::sched::ready(next);
      },
      &c);
}

} // namespace go::iter
