// What packages net and internal/poll have outside of Go: waiting for descriptors (sched/poller.h).
// A context is the address of a PollDescriptor.
#include "minigo/iface.h"
#include "minigo/results.h"
#include "minigo/types.h"
#include "runtime/base/platform.h"
#include "runtime/sched/poller.h"
#include "runtime/sync/address_semaphore.h"
#include "runtime/types/hash.h"

namespace go::internal_deadline {
extern mg::Error ErrDeadlineExceeded;
extern mg::Error ErrNoDeadline;
} // namespace go::internal_deadline

namespace go::internal_poll {

using mg::Int;
using mg::Int64;
using mg::Uint32;
using mg::Uintptr;
using mg::sched::PollDescriptor;

extern mg::Error ErrDeadlineExceeded;
extern mg::Error ErrNoDeadline;

Int64 runtimeNano();
void runtime_pollServerInit();
mg::Results<Uintptr, Int> runtime_pollOpen(Uintptr fd);
void runtime_pollClose(Uintptr context);
Int runtime_pollReset(Uintptr context, Int mode);
Int runtime_pollWait(Uintptr context, Int mode);
void runtime_pollWaitCanceled(Uintptr context, Int mode);
void runtime_pollSetDeadline(Uintptr context, Int64 left, Int mode);
void runtime_pollUnblock(Uintptr context);
bool runtime_isPollServerDescriptor(Uintptr fd);
void runtime_Semacquire(mg::Ptr<Uint32> semaphore);
void runtime_Semrelease(mg::Ptr<Uint32> semaphore);

namespace {

PollDescriptor& descriptorOf(Uintptr context) {
  return *reinterpret_cast<PollDescriptor*>(context);
}
PollDescriptor::Direction directionOf(Int mode) {
  return mode == 'r' ? PollDescriptor::kRead : PollDescriptor::kWrite;
}

} // namespace

Int64 runtimeNano() { return mg::base::nanotime(); }

// Is called before the first descriptor is opened. Programs compare its errors with those of
// package os, which does without internal/poll.
void runtime_pollServerInit() {
  ErrDeadlineExceeded = internal_deadline::ErrDeadlineExceeded;
  ErrNoDeadline = internal_deadline::ErrNoDeadline;
}

mg::Results<Uintptr, Int> runtime_pollOpen(Uintptr fd) {
  int error = 0;
  PollDescriptor* descriptor = PollDescriptor::open(int(fd), &error);
  return {reinterpret_cast<Uintptr>(descriptor), error};
}

void runtime_pollClose(Uintptr context) { descriptorOf(context).close(); }

// What these return is numbered as PollResult is.
Int runtime_pollReset(Uintptr context, Int mode) {
  return Int(descriptorOf(context).prepare(directionOf(mode)));
}

Int runtime_pollWait(Uintptr context, Int mode) {
  return Int(descriptorOf(context).wait(directionOf(mode)));
}

void runtime_pollWaitCanceled(Uintptr context, Int mode) { runtime_pollWait(context, mode); }

// left: nanoseconds from now; 0: no deadline. mode: 'r', 'w' or their sum.
void runtime_pollSetDeadline(Uintptr context, Int64 left, Int mode) {
  Int64 when = INT64_MAX;
  if (left != 0 && __builtin_add_overflow(mg::base::nanotime(), left, &when))
    when = left < 0 ? 0 : INT64_MAX;
  for (Int direction : {'r', 'w'})
    if (mode == direction || mode == 'r' + 'w')
      descriptorOf(context).setDeadline(directionOf(direction), when);
}

void runtime_pollUnblock(Uintptr context) { descriptorOf(context).unblock(); }

bool runtime_isPollServerDescriptor(Uintptr fd) { return mg::sched::isOfPoller(int(fd)); }

void runtime_Semacquire(mg::Ptr<Uint32> semaphore) {
  mg::sync::acquireAt(semaphore.raw, mg::sched::WaitReason::Semacquire);
}

void runtime_Semrelease(mg::Ptr<Uint32> semaphore) { mg::sync::releaseAt(semaphore.raw); }

} // namespace go::internal_poll

namespace go::net {
mg::Uint64 runtime_rand();
mg::Uint64 runtime_rand() { return mg::randomWord(); }
} // namespace go::net
