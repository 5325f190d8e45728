// The functions of package iter that are not written in Go: coroutines, behind iter.Pull.
//
// A coroutine is a goroutine that runs only while another one waits for it. Both wait in turn: the
// one that waits lies in `waiting`, and switching takes it out and goes there in its place.
#include "minigo/defer.h"
#include "minigo/func.h"
#include "minigo/heap.h"
#include "minigo/pointer.h"
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
  G* waiting = nullptr;
};

struct Start {
  Coroutine* coroutine;
  go::iter::Body body;
};

void run(void* arguments) {
  const Start start = *static_cast<Start*>(arguments);
  // However the body ends, by Goexit too, the other side goes on.
  mg::DeferredLambda goOn([c = start.coroutine] {
    G* next = c->waiting;
    c->waiting = nullptr;
    mg::sched::ready(next);
  });
  start.body(mg::Ptr<go::iter::coro>(reinterpret_cast<go::iter::coro*>(start.coroutine)));
}

} // namespace

namespace go::iter {

mg::Ptr<coro> newcoro(Body body) {
  auto* c = new (mg::allocate(sizeof(Coroutine), /*pointerFree=*/false)) Coroutine;
  const Start start{c, body};
  c->waiting = mg::sched::newWaiting(WaitReason::Coroutine, run, &start, sizeof start,
                                     __builtin_return_address(0));
  return mg::Ptr<coro>(reinterpret_cast<coro*>(c));
}

// Runs the other side until it switches back or ends.
void coroswitch(mg::Ptr<coro> pointer) {
  // Only when this goroutine is off its stack may the other one come back to it.
  mg::sched::park(
      WaitReason::Coroutine,
      [](G* self, void* argument) {
        auto& c = *static_cast<Coroutine*>(argument);
        G* next = c.waiting;
        c.waiting = self;
        mg::sched::ready(next);
      },
      reinterpret_cast<Coroutine*>(pointer.raw));
}

} // namespace go::iter
