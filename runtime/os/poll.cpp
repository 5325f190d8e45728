// Package os: files whose users may have to wait (sched/poller.h). A handle is the address of a
// PollDescriptor.
#include "minigo/results.h"
#include "minigo/types.h"
#include "runtime/base/platform.h"
#include "runtime/sched/poller.h"

namespace go::os {

using mg::Int;
using mg::Uintptr;
using mg::sched::PollDescriptor;

mg::Results<Uintptr, Int> pollOpen(Int fd);
void pollClose(Uintptr handle);
Int pollPrepare(Uintptr handle, Int direction);
Int pollWait(Uintptr handle, Int direction);
void pollSetDeadline(Uintptr handle, Int direction, mg::Int64 left);
void pollUnblock(Uintptr handle);

namespace {

PollDescriptor& descriptorOf(Uintptr handle) { return *reinterpret_cast<PollDescriptor*>(handle); }
PollDescriptor::Direction directionOf(Int direction) {
  return direction == 0 ? PollDescriptor::kRead : PollDescriptor::kWrite;
}

} // namespace

mg::Results<Uintptr, Int> pollOpen(Int fd) {
  int error = 0;
  PollDescriptor* descriptor = PollDescriptor::open(int(fd), &error);
  return {reinterpret_cast<Uintptr>(descriptor), error};
}

void pollClose(Uintptr handle) { descriptorOf(handle).close(); }

Int pollPrepare(Uintptr handle, Int direction) {
  return Int(descriptorOf(handle).prepare(directionOf(direction)));
}

Int pollWait(Uintptr handle, Int direction) {
  return Int(descriptorOf(handle).wait(directionOf(direction)));
}

// left: nanoseconds from now; the largest number: no deadline.
void pollSetDeadline(Uintptr handle, Int direction, mg::Int64 left) {
  mg::Int64 when = left;
  if (left != INT64_MAX && __builtin_add_overflow(mg::base::nanotime(), left, &when))
    when = left < 0 ? 0 : INT64_MAX;
  descriptorOf(handle).setDeadline(directionOf(direction), when);
}

void pollUnblock(Uintptr handle) { descriptorOf(handle).unblock(); }

} // namespace go::os
