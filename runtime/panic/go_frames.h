// Walks the frame pointers of a goroutine's stack and finds the Go functions there.
#pragma once

#include "runtime/panic/symbolize.h"
#include "runtime/sched/context.h"
#include "runtime/sched/scheduler.h"
#include "runtime/sched/slot.h"

#include <cstring>

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
  // Of a goroutine that stands still, from where it goes on, which is *pc; 0 if it has no stack.
  static StackWalk ofParked(const sched::G* g, uintptr_t* pc) {
    sched::StackBytes stack = sched::stackOf(g);
    sched::SavedContext context{};
    if (stack.size) memcpy(&context, stack.data, sizeof context);
    *pc = context.resumeAt;
    return {stack, context.framePointer};
  }

  // The return address of the next frame, 0 at the end.
  uintptr_t next() {
    uintptr_t offset = framePointer_ - stack_.address;
    if (framePointer_ < stack_.address || framePointer_ % 8 || stack_.size < 16 ||
        offset > stack_.size - 16)
      return 0;
    uintptr_t words[2];
    memcpy(words, stack_.data + offset, sizeof words);
    framePointer_ = words[0] > framePointer_ ? words[0] : 0;
    return words[1];
  }

private:
  sched::StackBytes stack_;
  uintptr_t framePointer_;
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
  bool isBody_ = false; // held_ is the body of a function that defers
  bool isPart_ = false; // held_ is a part of the function that comes next
  char last_[256] = ""; // shown last
};

} // namespace mg::panics
