// Walks the frame pointers of a goroutine's stack and finds the Go functions there.
#pragma once

#include "runtime/panic/leaf_caller.h"
#include "runtime/panic/symbolize.h"
#include "runtime/sched/context.h"
#include "runtime/sched/scheduler.h"
#include "runtime/sched/slot.h"

#include <cstring>
#include <utility>

extern "C" {
void mg_async_preempt(); // sched/preempt_x64.S
extern const char mg_async_preempt_end[];
}

namespace mg::panics {

// Steps through return addresses: every frame of our code and of generated code has a frame
// pointer. C code without them ends a walk early, or is left out, but cannot lead it astray: each
// step must go up and stay inside the live bytes.
class StackWalk {
public:
  StackWalk(const sched::StackBytes& stack, uintptr_t framePointer)
      : stack_(stack), framePointer_(framePointer) {}

  // Of the goroutine that runs here, from one of its frames on.
  static StackWalk ofRunning(const sched::G* g, uintptr_t framePointer) {
    const char* base = g->slot->base;
    return {{reinterpret_cast<uintptr_t>(base), base, size_t(g->slot->top - base)}, framePointer};
  }
  // Of the goroutine that runs here, whose code was interrupted with these registers.
  static StackWalk ofInterrupted(const sched::G* g, uintptr_t pc, uintptr_t sp,
                                 uintptr_t framePointer) {
    StackWalk walk = ofRunning(g, framePointer);
    walk.leafCaller_ = leafCaller(pc, walk.wordAt(sp), walk.wordAt(sp + 8));
    return walk;
  }
  // Of a goroutine that stands still, from where it goes on, which is *pc; 0 if it has no stack.
  static StackWalk ofParked(const sched::G* g, uintptr_t* pc) {
    sched::StackBytes stack = sched::stackOf(g);
    sched::SavedContext context{};
    if (stack.size) memcpy(&context, stack.data, sizeof context);
    StackWalk walk(stack, context.framePointer);
    walk.at_ = *pc = context.resumeAt;
    return walk;
  }

  // The return address of the next frame, 0 at the end.
  uintptr_t next() {
    if (leafCaller_) return at_ = std::exchange(leafCaller_, 0);
    const uintptr_t frame = framePointer_, from = at_;
    if (!isInside(frame)) return 0;
    at_ = wordAt(frame + 8);
    framePointer_ = wordAt(frame) > frame ? wordAt(frame) : 0;
    if (at_ && from > reinterpret_cast<uintptr_t>(&mg_async_preempt) &&
        from < reinterpret_cast<uintptr_t>(mg_async_preempt_end)) {
      constexpr uintptr_t kRedZone = 128; // above what mg_async_preempt was "called" with
      const uintptr_t sp = frame + 16 + kRedZone;
      leafCaller_ = leafCaller(at_, wordAt(sp), wordAt(sp + 8));
      ++at_; // behind the instruction, like a return address
    }
    return at_;
  }

private:
  // Whether two words lie there.
  bool isInside(uintptr_t address) const {
    return address >= stack_.address && address % 8 == 0 && stack_.size >= 16 &&
           address - stack_.address <= stack_.size - 16;
  }
  // 0 outside of the live bytes.
  uintptr_t wordAt(uintptr_t address) const {
    uintptr_t word = 0;
    if (address >= stack_.address && address - stack_.address + sizeof word <= stack_.size)
      memcpy(&word, stack_.data + (address - stack_.address), sizeof word);
    return word;
  }

  sched::StackBytes stack_;
  uintptr_t framePointer_;
  uintptr_t leafCaller_ = 0; // comes next, if it is not 0
  uintptr_t at_ = 0;         // where the walk is: what next() has returned
};

// A function that Go shows, at an address of the stack.
struct GoFrame {
  Frame frame;
  GoName name;
  uintptr_t pc; // where it continues
};

// Shows the Go functions at the addresses of a stack, top first.
class GoFrames {
public:
  GoFrames(void (*show)(void* argument, const GoFrame&), void* argument)
      : show_(show), argument_(argument) {}

  void add(uintptr_t pc);
  // Behind the last add().
  void finish() { showHeld(); }

private:
  void meet(const Frame& frame);
  void showHeld();
  bool startsInit(const GoName& name) const;

  void (*show_)(void*, const GoFrame&);
  void* argument_;
  uintptr_t pc_ = 0;
  bool any_ = false;
  GoFrame held_;
  bool isHeld_ = false;
  bool panics_ = false;     // what was met last is called by who panics
  bool heldPanics_ = false; // held_ panics: then a wrapper is shown, too
  bool isBody_ = false;     // held_ is the body of a function that defers
  bool isPart_ = false;     // held_ is a part of the function that comes next
  char last_[256] = "";     // shown last
};

} // namespace mg::panics
