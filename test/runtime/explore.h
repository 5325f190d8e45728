// Tries all interleavings of a few small threads over the runtime's own code.
//
// Include this first, then the runtime's files: their std::atomic becomes one whose every access is
// a point where another thread may go on, and their namespace mg another one, so that nothing of it
// meets the library.
//
// Memory. A store that is not sequentially consistent may be delayed in a buffer of its thread, which
// sees it itself. Buffered stores become visible at any time; a release store after all that came
// before it, relaxed ones in any order but for the same word. Read-modify-writes act on memory; with
// release order they wait for the whole buffer. So a missing fence or release is found; loads are
// not reordered.
//
// Which interleaving: a path of choices, tried depth first. `preemptions` bounds how often a thread
// that could go on is left for another, kDelays how many stores are delayed.
#pragma once

#include <atomic>
#include <cstdint>
#include <cstring>
#include <functional>
#include <memory>
#include <string>
#include <vector>

extern "C" {
void mg_switch(void** saveSp, void* toSp);
void mg_start_on(void** saveSp, void* top, void (*start)(void*), void* arguments);
}

namespace explore {

struct Cell {
  uint64_t bits = 0;
};

struct Store {
  Cell* cell;
  uint64_t bits;
  bool isRelease;
};

class Explorer {
public:
  static Explorer*& current() {
    static Explorer* explorer = nullptr;
    return explorer;
  }

  // `begin` makes a new world and returns its threads and what is checked when they have ended: a
  // text that says what is wrong, or an empty one. Returns the first wrong one, else "".
  struct World {
    std::vector<std::function<void()>> threads;
    std::function<std::string()> check;
  };
  std::string exploreAll(const std::function<World()>& begin, int preemptions) {
    do {
      ++executions;
      std::string wrong = runOnce(begin(), preemptions);
      if (!wrong.empty()) return wrong;
    } while (nextPath());
    return "";
  }
  long executions = 0;

  // ---- For the atomics ----

  void reach() {
    if (running_ >= 0) leave();
  }
  // Waits until memory has changed. By then what this one has stored is visible.
  void waitForOthers() {
    if (running_ < 0) return;
    flush(nullptr);
    threads_[running_].sawChange = changes_;
    leave();
  }
  uint64_t load(Cell* cell) {
    if (running_ >= 0) {
      std::vector<Store>& buffer = threads_[running_].buffer;
      for (size_t i = buffer.size(); i-- > 0;)
        if (buffer[i].cell == cell) return buffer[i].bits;
    }
    return cell->bits;
  }
  void store(Cell* cell, uint64_t bits, std::memory_order order) {
    bool isRelease = order != std::memory_order_relaxed;
    if (running_ >= 0 && order != std::memory_order_seq_cst && delaysLeft_ > 0 && choose(2)) {
      --delaysLeft_;
      threads_[running_].buffer.push_back({cell, bits, isRelease});
      return;
    }
    flush(isRelease ? nullptr : cell);
    write(cell, bits);
  }
  void write(Cell* cell, uint64_t bits) {
    if (cell->bits != bits) ++changes_;
    cell->bits = bits;
  }
  // Stores of all threads become visible, as membarrier(2) does it.
  void fenceAll() {
    reach();
    for (Thread& thread : threads_) {
      for (const Store& one : thread.buffer)
        write(one.cell, one.bits);
      thread.buffer.clear();
    }
  }
  void beforeReadModifyWrite(Cell* cell, std::memory_order order) {
    bool isRelease = order != std::memory_order_relaxed && order != std::memory_order_acquire;
    flush(isRelease ? nullptr : cell);
  }

private:
  static constexpr size_t kStack = 64 << 10;
  static constexpr int kDelays = 2;
  struct Thread {
    std::function<void()> body;
    std::unique_ptr<char[]> stack;
    void* sp = nullptr;
    bool hasStarted = false, hasEnded = false;
    long sawChange = -1; // waits while this is the number of changes
    std::vector<Store> buffer;
  };
  struct Choice {
    int taken, count;
  };
  // What can happen next: a thread goes on, or one of its stores becomes visible.
  struct Action {
    int thread;
    int store; // -1: the thread goes on
  };

  // Own stores become visible: all, or those to one word.
  void flush(Cell* only) {
    if (running_ < 0) return;
    std::vector<Store>& buffer = threads_[running_].buffer;
    std::vector<Store> left;
    for (const Store& one : buffer)
      if (!only || one.cell == only)
        write(one.cell, one.bits);
      else
        left.push_back(one);
    buffer = left;
  }

  void leave() { mg_switch(&threads_[running_].sp, mainSp_); }

  static void startThread(void*) {
    Explorer& self = *current();
    self.threads_[self.running_].body();
    self.threads_[self.running_].hasEnded = true;
    self.leave();
    __builtin_unreachable();
  }

  bool mayBecomeVisible(const std::vector<Store>& buffer, size_t at) const {
    for (size_t i = 0; i < at; ++i)
      if (buffer[at].isRelease || buffer[i].cell == buffer[at].cell) return false;
    return true;
  }

  // The thread that ran last comes first: going on with it is no preemption.
  std::vector<Action> possible(int last, int preemptions) const {
    std::vector<Action> actions;
    auto canGoOn = [&](int i) { return !threads_[i].hasEnded && threads_[i].sawChange != changes_; };
    if (last >= 0 && canGoOn(last)) actions.push_back({last, -1});
    bool mayPreempt = actions.empty() || preemptions > 0;
    for (int i = 0; i < int(threads_.size()); ++i) {
      if (i != last && mayPreempt && canGoOn(i)) actions.push_back({i, -1});
      for (size_t at = 0; at < threads_[i].buffer.size(); ++at)
        if (mayBecomeVisible(threads_[i].buffer, at)) actions.push_back({i, int(at)});
    }
    return actions;
  }

  std::string runOnce(const World& world, int preemptions) {
    current() = this;
    threads_.clear();
    for (const auto& body : world.threads) {
      Thread& thread = threads_.emplace_back();
      thread.body = body;
      thread.stack = std::make_unique<char[]>(kStack);
    }
    depth_ = 0;
    changes_ = 0;
    delaysLeft_ = kDelays;
    for (int last = -1;;) {
      std::vector<Action> actions = possible(last, preemptions);
      if (actions.empty()) break;
      Action action = actions[size_t(choose(int(actions.size())))];
      if (action.store >= 0) {
        std::vector<Store>& buffer = threads_[action.thread].buffer;
        write(buffer[action.store].cell, buffer[action.store].bits);
        buffer.erase(buffer.begin() + action.store);
        continue;
      }
      bool couldGoOn = last >= 0 && actions[0].thread == last && actions[0].store < 0;
      if (couldGoOn && action.thread != last) --preemptions;
      last = action.thread;
      run(action.thread);
    }
    for (const Thread& thread : threads_)
      if (!thread.hasEnded) return "a thread waits for ever";
    return world.check();
  }

  void run(int index) {
    Thread& thread = threads_[index];
    running_ = index;
    if (thread.hasStarted) {
      mg_switch(&mainSp_, thread.sp);
    } else {
      thread.hasStarted = true;
      uintptr_t top = reinterpret_cast<uintptr_t>(thread.stack.get() + kStack) & ~uintptr_t{15};
      mg_start_on(&mainSp_, reinterpret_cast<void*>(top), startThread, nullptr);
    }
    running_ = -1;
  }

  int choose(int count) {
    if (depth_ == path_.size()) path_.push_back({0, count});
    return path_[depth_++].taken;
  }
  bool nextPath() {
    path_.resize(depth_);
    while (!path_.empty() && path_.back().taken + 1 == path_.back().count)
      path_.pop_back();
    if (path_.empty()) return false;
    ++path_.back().taken;
    return true;
  }

  std::vector<Thread> threads_;
  std::vector<Choice> path_;
  size_t depth_ = 0;
  int running_ = -1; // -1: none, the world is being made or checked
  long changes_ = 0; // of what is in memory
  int delaysLeft_ = 0;
  void* mainSp_ = nullptr;
};

} // namespace explore

namespace std {

template <class T>
class ExploredAtomic {
public:
  ExploredAtomic() = default;
  constexpr ExploredAtomic(T value) : cell_{bitsOf(value)} {}

  T load(memory_order = memory_order_seq_cst) const {
    if (auto* explorer = explore::Explorer::current()) {
      explorer->reach();
      return valueOf(explorer->load(&cell_));
    }
    return valueOf(cell_.bits);
  }
  void store(T value, memory_order order = memory_order_seq_cst) {
    auto* explorer = explore::Explorer::current();
    if (!explorer) {
      cell_.bits = bitsOf(value);
      return;
    }
    explorer->reach();
    explorer->store(&cell_, bitsOf(value), order);
  }
  T exchange(T value, memory_order order = memory_order_seq_cst) {
    begin(order);
    T old = valueOf(cell_.bits);
    write(value);
    return old;
  }
  bool compare_exchange_strong(T& expected, T value, memory_order order = memory_order_seq_cst,
                               memory_order = memory_order_seq_cst) {
    begin(order);
    bool equal = valueOf(cell_.bits) == expected;
    if (equal)
      write(value);
    else
      expected = valueOf(cell_.bits);
    return equal;
  }
  bool compare_exchange_weak(T& expected, T value, memory_order order = memory_order_seq_cst) {
    return compare_exchange_strong(expected, value, order);
  }

private:
  static constexpr uint64_t bitsOf(T value) {
    if constexpr (is_pointer_v<T>)
      return value ? reinterpret_cast<uint64_t>(value) : 0;
    else
      return uint64_t(value);
  }
  static T valueOf(uint64_t bits) {
    if constexpr (is_pointer_v<T>)
      return reinterpret_cast<T>(bits);
    else
      return T(bits);
  }
  void begin(memory_order order) {
    auto* explorer = explore::Explorer::current();
    if (!explorer) return;
    explorer->reach();
    explorer->beforeReadModifyWrite(&cell_, order);
  }
  void write(T value) {
    if (auto* explorer = explore::Explorer::current())
      explorer->write(&cell_, bitsOf(value));
    else
      cell_.bits = bitsOf(value);
  }
  mutable explore::Cell cell_;
};

} // namespace std

#define atomic ExploredAtomic
#define mg explored_mg
#define MG_RING_SIZE 2
