// Waiting for descriptors: pipes, terminals, sockets. A goroutine whose read or write would block
// parks, and epoll says when to try again; no thread stands still for it.
//
// A wait, for each direction of a descriptor (under its lock)
// 1. The goroutine has tried, and would block. It calls wait(): if an event has come in since the
//    last wait (`isReady`), it takes that and tries again; else it queues up and parks.
// 2. epoll reports an event once, when it happens (edge-triggered), to any worker that asks. All
// who
//    wait are woken and try again; if nobody waits the event is kept in `isReady`. So an event
//    between a try and a wait is not lost.
// 3. A deadline (a timer) and unblock(), which a close calls first, wake those who wait, too, and
//    each of them and all later ones learn why until the deadline is moved.
// 4. A descriptor's memory is used again only for another one, and its number in epoll's events
//    changes: an event that comes late for the old one is dropped.
//
// Who asks epoll: a worker that has nothing to do sleeps there (one of them, sched/workers.h);
// workers that are busy ask once in a millisecond. Nobody asks while nobody waits.
#pragma once

#include "runtime/base/spin_lock.h"
#include "runtime/sched/timer_queue.h"

namespace mg::sched {

enum class PollResult { Ready, Closing, TimedOut };

class PollDescriptor {
public:
  enum Direction { kRead, kWrite };

  // Registers fd; null if epoll does not take it, and why in *error.
  static PollDescriptor* open(int fd, int* error);
  // Before fd is closed, after unblock(). Nobody uses the descriptor any more.
  void close();

  // Before the first try of an operation: whether it may be tried.
  PollResult prepare(Direction direction);
  // After a try that would block. Ready: try again.
  PollResult wait(Direction direction);
  // Until when waits last (base::nanotime), INT64_MAX for ever.
  void setDeadline(Direction direction, int64_t when);
  // Ends all waits with Closing.
  void unblock();

  // An event for one direction; those who wait go to `woken`.
  void notify(Direction direction, uint64_t sequence, GQueue& woken);

private:
  struct Side {
    Timer timer; // the first field: fire() knows no more
    PollDescriptor* owner;
    GQueue waiting;
    bool isReady;
    bool isLate; // the deadline has passed
  };

  PollResult state(const Side& side) const;
  static void takeWaiting(Side& side, GQueue& woken);

  base::SpinLock lock_; // taken after the timer queue's; guards what follows
  Side sides_[2];
  int fd_;
  bool isClosing_;
  uint64_t sequence_ = 0;
  PollDescriptor* nextFree_ = nullptr; // guarded by the poller's lock
};

// Goroutines wait for descriptors: the program may go on although all are asleep.
extern std::atomic<uint32_t> pollWaiters;
inline bool pollHasWaiters() { return pollWaiters.load(std::memory_order_relaxed); }

// Asks epoll and appends those who can go on to `woken`. Waits for one until base::nanotime()
// reaches `until`, or an interruption; 0: not at all. On the scheduler's stack, Safe if it waits.
void poll(GQueue& woken, int64_t until);
// Ends the wait of the one worker that waits in poll(), or its next one.
void interruptPoll();

// Whether it is a descriptor that the poller has made for itself.
bool isOfPoller(int fd);

// Busy workers ask once in a while: whether it is time.
bool pollIsDue();

} // namespace mg::sched
