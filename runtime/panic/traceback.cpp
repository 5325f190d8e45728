// Walks the frame pointers of a goroutine's stack: every frame of our code and of generated code
// has one. C code without them ends a walk early, or is left out, but cannot lead it astray: each
// step must go up and stay inside the live bytes.
#include "runtime/panic/traceback.h"

#include "minigo/go.h"
#include "runtime/base/stderr_writer.h"
#include "runtime/panic/symbolize.h"
#include "runtime/sched/context.h"
#include "runtime/sched/scheduler.h"
#include "runtime/sched/slot.h"

#include <cstring>

extern "C" const char __executable_start;

namespace mg::panics {

namespace {

using base::StderrWriter;

// Go prints that many frames from either end of a deep stack.
constexpr size_t kFramesAtEnd = 50;

class Walk {
public:
  Walk(const sched::StackBytes& stack, uintptr_t framePointer)
      : stack_(stack), framePointer_(framePointer) {}

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

// Prints the Go functions at each address of a stack, top first.
class FramePrinter {
public:
  explicit FramePrinter(StderrWriter& out) : out_(out) {}

  void add(uintptr_t pc) {
    pc_ = pc;
    symbolize(
        pc - 1, [](void* self, const Frame& f) { static_cast<FramePrinter*>(self)->meet(f); },
        this);
  }
  // Behind the last add().
  void finish() { showHeld(nullptr); }

  // How many frames have been met, and which of them are left out.
  size_t met = 0;
  size_t skipFrom = SIZE_MAX, skipTo = 0;
  bool counting = false;

private:
  struct Entry {
    Frame frame;
    GoName name;
    uintptr_t pc;
  };

  // A lambda is held back until the frame below tells whether it is a function literal, or the body
  // of a function that defers: that one is shown as the function, and the function is not.
  void meet(const Frame& frame) {
    Entry entry{frame, goName(frame), pc_};
    showHeld(&entry.name);
    if (!entry.name.visible && !(entry.name.isPanic && met > 0)) return;
    if (!entry.name.isLambda && strcmp(entry.name.text, bodyOf_) == 0) {
      bodyOf_[0] = 0;
      return;
    }
    held_ = entry;
    isHeld_ = true;
    if (!entry.name.isLambda) showHeld(nullptr);
  }

  void showHeld(const GoName* below) {
    if (!isHeld_) return;
    isHeld_ = false;
    if (held_.name.isLambda && below && below->runsBody) {
      strcpy(bodyOf_, held_.name.function);
      strcpy(held_.name.text, held_.name.function);
    } else {
      bodyOf_[0] = 0;
    }
    size_t index = met++;
    if (counting || (index >= skipFrom && index < skipTo)) return;
    if (index == skipTo && skipFrom < skipTo)
      out_.text("...").unsignedNumber(skipTo - skipFrom).text(" frames elided...\n");
    print(held_);
  }

  void print(const Entry& entry) {
    const Frame& frame = entry.frame;
    bool dots = entry.name.hasParameters || frame.inlined;
    out_.text(entry.name.text).text(dots ? "(...)" : "()").text("\n\t");
    out_.text(frame.file ? frame.file : "?").text(":").number(frame.line);
    if (!frame.inlined) {
      uintptr_t start = functionStart(entry.pc - 1);
      if (start) out_.text(" +").hex(entry.pc - start);
    }
    out_.text("\n");
  }

  StderrWriter& out_;
  uintptr_t pc_ = 0;
  Entry held_;
  bool isHeld_ = false;
  char bodyOf_[256] = "";
};

void walkFrames(FramePrinter& printer, uintptr_t pc, Walk walk) {
  for (; pc; pc = walk.next())
    printer.add(pc);
  printer.finish();
}

void printFrames(StderrWriter& out, uintptr_t pc, const Walk& walk) {
  // Addresses first, because symbols are slow: a deep stack is counted by frames without inlining.
  size_t depth = 0;
  Walk counter = walk;
  while (counter.next())
    ++depth;
  FramePrinter printer(out);
  if (depth < 4 * kFramesAtEnd) {
    FramePrinter counting(out);
    counting.counting = true;
    walkFrames(counting, pc, walk);
    if (counting.met > 2 * kFramesAtEnd) {
      printer.skipFrom = kFramesAtEnd;
      printer.skipTo = counting.met - kFramesAtEnd;
    }
    walkFrames(printer, pc, walk);
    return;
  }
  Walk at = walk;
  for (size_t i = 0; pc && printer.met < kFramesAtEnd && i < 4 * kFramesAtEnd; ++i, --depth) {
    printer.add(pc);
    pc = at.next();
  }
  size_t elided = depth > kFramesAtEnd ? depth - kFramesAtEnd : 0;
  out.text("...").unsignedNumber(elided).text(" frames elided...\n");
  for (; elided > 0; --elided)
    pc = at.next();
  walkFrames(printer, pc, at);
}

void printCreator(StderrWriter& out, const sched::G* g) {
  if (!g->creatorPc || !g->parent()) return;
  struct Creator {
    StderrWriter& out;
    const sched::G* g;
    uintptr_t pc;
    bool done;
  } creator{out, g, reinterpret_cast<uintptr_t>(&__executable_start) + g->creatorPc, false};
  symbolize(
      creator.pc - 1,
      [](void* argument, const Frame& frame) {
        Creator& c = *static_cast<Creator*>(argument);
        GoName name = goName(frame);
        if (c.done || !name.visible) return;
        c.done = true;
        c.out.text("created by ").text(name.text).text(" in goroutine ");
        c.out.unsignedNumber(c.g->parent()).text("\n\t");
        c.out.text(frame.file ? frame.file : "?").text(":").number(frame.line);
        if (uintptr_t start = functionStart(c.pc - 1)) c.out.text(" +").hex(c.pc - start);
        c.out.text("\n");
      },
      &creator);
}

const char* stateText(const sched::G* g) {
  switch (g->state) {
  case sched::State::Running: return "running";
  case sched::State::Waiting: return sched::waitReasonText(g->reason);
  case sched::State::Runnable:
  case sched::State::SlotWait: return "runnable";
  case sched::State::Dead: return "idle";
  }
  return "?";
}

void printHead(StderrWriter& out, const sched::G* g) {
  out.text("\ngoroutine ").unsignedNumber(g->id()).text(" [").text(stateText(g)).text("]:\n");
}

} // namespace

void printRunningGoroutineAt(uintptr_t pc, uintptr_t framePointer) {
  StderrWriter out;
  const sched::G* g = sched::currentG();
  printHead(out, g);
  const char* base = g->slot->base;
  sched::StackBytes all{reinterpret_cast<uintptr_t>(base), base, size_t(g->slot->top - base)};
  printFrames(out, pc, Walk(all, framePointer));
  printCreator(out, g);
}

void printRunningGoroutine() {
  uintptr_t frame = reinterpret_cast<uintptr_t>(__builtin_frame_address(0));
  printRunningGoroutineAt(reinterpret_cast<uintptr_t>(__builtin_return_address(0)), frame);
}

void printGoroutine(const sched::G* g) {
  StderrWriter out;
  printHead(out, g);
  sched::StackBytes stack = sched::stackOf(g);
  if (stack.size) {
    sched::SavedContext context;
    memcpy(&context, stack.data, sizeof context);
    printFrames(out, context.resumeAt, Walk(stack, context.framePointer));
  }
  printCreator(out, g);
}

} // namespace mg::panics
