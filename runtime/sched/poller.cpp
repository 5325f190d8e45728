#include "runtime/sched/poller.h"

#include "runtime/base/sanitizer.h"
#include "runtime/mem/out_of_memory.h"
#include "runtime/panic/fatal.h"
#include "runtime/sched/scheduler.h"

#include <cerrno>
#include <cstdlib>
#include <ctime>
#include <new>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace mg::sched {

std::atomic<uint32_t> pollWaiters{0};

namespace {

constexpr uint64_t kPollCycles = 3'000'000; // a millisecond or so, as pollIsDue() says
constexpr int kEventsAtOnce = 64;
// Descriptors lie at multiples of 64 below 2^47: an event's word has room for some bits of the
// sequence number.
constexpr uint64_t kSequences = uint64_t{1} << 22;
constexpr int kAddressShift = 16;

base::SpinLock lock; // guards what follows, and the start of the poller
PollDescriptor* freeDescriptors = nullptr;
// Written once, under the lock; workers that poll have not taken it.
std::atomic<int> epollFd{-1};
std::atomic<int> wakeFd{-1}; // an eventfd that ends a wait; its events carry no descriptor

std::atomic<uint64_t> lastPoll{0}; // cycleCount()

uint64_t pack(PollDescriptor* descriptor, uint64_t sequence) {
  return reinterpret_cast<uint64_t>(descriptor) << kAddressShift | sequence % kSequences;
}
PollDescriptor* descriptorOf(uint64_t word) {
  return reinterpret_cast<PollDescriptor*>(word / kSequences * kSequences >> kAddressShift);
}

// REQUIRES: the lock is held.
bool startPoller() {
  if (epollFd >= 0) return true;
  int epoll = epoll_create1(EPOLL_CLOEXEC);
  if (epoll < 0) return false;
  wakeFd = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
  epoll_event event{EPOLLIN, {}};
  if (wakeFd < 0 || epoll_ctl(epoll, EPOLL_CTL_ADD, wakeFd, &event) != 0) {
    ::close(epoll);
    return false;
  }
  epollFd = epoll;
  return true;
}

PollDescriptor* newDescriptor() {
  if (PollDescriptor* descriptor = freeDescriptors) return descriptor;
  void* memory = aligned_alloc(base::kCacheLine, base::roundUp(sizeof(PollDescriptor), 64));
  if (!memory) mem::outOfMemory();
  return new (memory) PollDescriptor;
}

int waitForEvents(epoll_event* events, int64_t until) {
  timespec rest{0, 0};
  if (until == INT64_MAX) return epoll_wait(epollFd, events, kEventsAtOnce, -1);
  if (until > 0) {
    int64_t left = until - base::nanotime();
    if (left > 0) rest = {left / 1'000'000'000, left % 1'000'000'000};
  }
  // An old kernel; any worker may find out. The thread sanitizer knows the library's functions:
  // that who has added a descriptor has written it before.
  static bool lacksPwait2 = base::kOwnStacks;
  if (!__atomic_load_n(&lacksPwait2, __ATOMIC_RELAXED)) {
    long count =
        syscall(SYS_epoll_pwait2, epollFd.load(), events, kEventsAtOnce, &rest, nullptr, 0);
    if (count >= 0 || errno != ENOSYS) return int(count);
    __atomic_store_n(&lacksPwait2, true, __ATOMIC_RELAXED);
  }
  int64_t milliseconds = rest.tv_sec * 1000 + (rest.tv_nsec + 999'999) / 1'000'000;
  return epoll_wait(epollFd, events, kEventsAtOnce,
                    milliseconds < 60'000 ? int(milliseconds) : 60'000);
}

} // namespace

// ---- A descriptor ----------------------------------------------------------------------------

PollDescriptor* PollDescriptor::open(int fd, int* error) {
  PollDescriptor* descriptor;
  {
    base::SpinGuard guard(lock);
    if (!startPoller()) {
      *error = errno;
      return nullptr;
    }
    descriptor = newDescriptor();
    freeDescriptors = descriptor->nextFree_;
  }
  {
    base::SpinGuard guard(descriptor->lock_);
    for (Side& side : descriptor->sides_) {
      side = {};
      side.owner = descriptor;
      bindTimer(&side.timer);
      side.timer.fire = [](Timer* timer, GQueue& woken, void**) {
        Side& side = *reinterpret_cast<Side*>(timer);
        base::SpinGuard guard(side.owner->lock_);
        side.isLate = true;
        takeWaiting(side, woken);
      };
    }
    descriptor->isClosing_ = false;
    descriptor->fd_ = fd;
  }
  epoll_event event{EPOLLIN | EPOLLOUT | EPOLLRDHUP | EPOLLET, {}};
  event.data.u64 = pack(descriptor, descriptor->sequence_);
  if (epoll_ctl(epollFd, EPOLL_CTL_ADD, fd, &event) == 0) return descriptor;
  *error = errno;
  descriptor->close();
  return nullptr;
}

void PollDescriptor::close() {
  for (Side& side : sides_)
    removeTimer(&side.timer);
  epoll_event none{};
  epoll_ctl(epollFd, EPOLL_CTL_DEL, fd_, &none); // fails if it was never added
  {
    base::SpinGuard guard(lock_);
    ++sequence_;
  }
  base::SpinGuard guard(lock);
  nextFree_ = freeDescriptors;
  freeDescriptors = this;
}

PollResult PollDescriptor::state(const Side& side) const {
  if (isClosing_) return PollResult::Closing;
  return side.isLate ? PollResult::TimedOut : PollResult::Ready;
}

void PollDescriptor::takeWaiting(Side& side, GQueue& woken) {
  while (G* g = side.waiting.pop()) {
    pollWaiters.fetch_sub(1, std::memory_order_relaxed); // counts; the locks publish
    woken.push(g);
  }
}

PollResult PollDescriptor::prepare(Direction direction) {
  base::SpinGuard guard(lock_);
  sides_[direction].isReady = false;
  return state(sides_[direction]);
}

PollResult PollDescriptor::wait(Direction direction) {
  Side& side = sides_[direction];
  lock_.lock();
  PollResult result = state(side);
  if (result != PollResult::Ready || side.isReady) {
    side.isReady = false;
    lock_.unlock();
    return result;
  }
  side.waiting.push(currentG());
  // Sequentially consistent: an idle worker that sees this goroutine's worker idle sees the count.
  pollWaiters.fetch_add(1);
  park(WaitReason::IoWait, lock_);
  base::SpinGuard guard(lock_);
  return state(side);
}

void PollDescriptor::setDeadline(Direction direction, int64_t when) {
  Side& side = sides_[direction];
  auto clear = [](Timer* timer) {
    Side& side = *reinterpret_cast<Side*>(timer);
    base::SpinGuard guard(side.owner->lock_);
    side.isLate = false;
    return false;
  };
  bool hasPassed = when <= base::nanotime();
  if (when == INT64_MAX || hasPassed)
    removeTimer(&side.timer, clear);
  else
    setTimer(&side.timer, when, 0, clear);
  if (!hasPassed) return;
  GQueue woken;
  {
    base::SpinGuard guard(lock_);
    side.isLate = true;
    takeWaiting(side, woken);
  }
  while (G* g = woken.pop())
    ready(g);
}

void PollDescriptor::unblock() {
  GQueue woken;
  {
    base::SpinGuard guard(lock_);
    isClosing_ = true;
    for (Side& side : sides_)
      takeWaiting(side, woken);
  }
  while (G* g = woken.pop())
    ready(g);
}

void PollDescriptor::notify(Direction direction, uint64_t sequence, GQueue& woken) {
  base::SpinGuard guard(lock_);
  if (sequence != sequence_ % kSequences) return;
  Side& side = sides_[direction];
  side.isReady = side.waiting.empty();
  takeWaiting(side, woken);
}

// ---- Asking ----------------------------------------------------------------------------------

void poll(GQueue& woken, int64_t until) {
  epoll_event events[kEventsAtOnce];
  int count = waitForEvents(events, until);
  lastPoll.store(base::cycleCount(), std::memory_order_relaxed); // a hint
  for (int i = 0; i < count; ++i) {
    uint64_t word = events[i].data.u64;
    if (word == 0) { // interruptPoll() has been called for the one that waits
      uint64_t value;
      if (until > 0) [[maybe_unused]]
        ssize_t n = read(wakeFd, &value, sizeof value);
      continue;
    }
    constexpr uint32_t kBroken = EPOLLHUP | EPOLLERR;
    PollDescriptor& descriptor = *descriptorOf(word);
    if (events[i].events & (EPOLLIN | EPOLLRDHUP | kBroken))
      descriptor.notify(PollDescriptor::kRead, word % kSequences, woken);
    if (events[i].events & (EPOLLOUT | kBroken))
      descriptor.notify(PollDescriptor::kWrite, word % kSequences, woken);
  }
}

void interruptPoll() {
  uint64_t one = 1;
  [[maybe_unused]] ssize_t n = write(wakeFd, &one, sizeof one);
}

bool isOfPoller(int fd) { return fd >= 0 && (fd == epollFd || fd == wakeFd); }

bool pollIsDue() {
  return pollHasWaiters() &&
         base::cycleCount() - lastPoll.load(std::memory_order_relaxed) >= kPollCycles;
}

} // namespace mg::sched
