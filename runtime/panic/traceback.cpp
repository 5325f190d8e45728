#include "runtime/panic/traceback.h"

#include "minigo/go.h"
#include "runtime/base/stderr_writer.h"
#include "runtime/panic/go_frames.h"
#include "runtime/sched/scheduler.h"

extern "C" const char __executable_start;

namespace mg::panics {

namespace {

using base::TextWriter;

// Go prints that many frames from either end of a deep stack.
constexpr size_t kFramesAtEnd = 50;

TextWriter& writeFile(TextWriter& out, const Frame& frame) {
  return frame.file.empty() ? out.text("?") : out.bytes(frame.file.data(), frame.file.size());
}

// Prints the Go functions at each address of a stack, top first.
class FramePrinter {
public:
  explicit FramePrinter(TextWriter& out)
      : out_(out),
        frames_([](void* self, const GoFrame& f) { static_cast<FramePrinter*>(self)->meet(f); },
                this) {}

  void add(uintptr_t pc) { frames_.add(pc); }
  // Behind the last add().
  void finish() { frames_.finish(); }

  // How many frames have been met, and which of them are left out.
  size_t met = 0;
  size_t skipFrom = SIZE_MAX, skipTo = 0;
  bool counting = false;

private:
  void meet(const GoFrame& frame) {
    size_t index = met++;
    if (counting || (index >= skipFrom && index < skipTo)) return;
    if (index == skipTo && skipFrom < skipTo)
      out_.text("...").unsignedNumber(skipTo - skipFrom).text(" frames elided...\n");
    print(frame);
  }

  void print(const GoFrame& entry) {
    const Frame& frame = entry.frame;
    bool dots = entry.name.hasParameters || frame.inlined;
    out_.text(entry.name.text).text(dots ? "(...)" : "()").text("\n\t");
    writeFile(out_, frame).text(":").number(frame.line);
    if (!frame.inlined) {
      uintptr_t start = functionStart(entry.pc - 1);
      if (start) out_.text(" +").hex(entry.pc - start);
    }
    out_.text("\n");
  }

  TextWriter& out_;
  GoFrames frames_;
};

void walkFrames(FramePrinter& printer, uintptr_t pc, StackWalk walk) {
  for (; pc; pc = walk.next())
    printer.add(pc);
  printer.finish();
}

void printFrames(TextWriter& out, uintptr_t pc, const StackWalk& walk) {
  // Addresses first, because symbols are slow: a deep stack is counted by frames without inlining.
  size_t depth = 0;
  StackWalk counter = walk;
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
  StackWalk at = walk;
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

void printCreator(TextWriter& out, const sched::G* g) {
  if (!g->creatorPc) return;
  struct Creator {
    TextWriter& out;
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
        c.out.text("created by ").text(name.text);
        if (c.g->parent()) c.out.text(" in goroutine ").unsignedNumber(c.g->parent());
        c.out.text("\n\t");
        writeFile(c.out, frame).text(":").number(frame.line);
        if (uintptr_t start = functionStart(c.pc - 1)) c.out.text(" +").hex(c.pc - start);
        c.out.text("\n");
      },
      &creator);
}

const char* stateText(const sched::G* g) {
  switch (g->state) {
  case sched::State::Running:
    return g->reason == sched::WaitReason::SystemCall ? "syscall" : "running";
  case sched::State::Waiting: return sched::waitReasonText(g->reason);
  case sched::State::Runnable:
  case sched::State::SlotWait: return "runnable";
  case sched::State::Dead: return "idle";
  }
  return "?";
}

void printHead(TextWriter& out, const sched::G* g) {
  out.text("goroutine ").unsignedNumber(g->id()).text(" [").text(stateText(g)).text("]:\n");
}

} // namespace

static void printRunning(TextWriter& out, uintptr_t pc, const StackWalk& walk) {
  const sched::G* g = sched::currentG();
  printHead(out, g);
  printFrames(out, pc, walk);
  printCreator(out, g);
}

void printRunningGoroutineAt(TextWriter& out, uintptr_t pc, uintptr_t framePointer) {
  printRunning(out, pc, StackWalk::ofRunning(sched::currentG(), framePointer));
}

void printInterruptedGoroutine(TextWriter& out, uintptr_t pc, uintptr_t sp,
                               uintptr_t framePointer) {
  printRunning(out, pc + 1, StackWalk::ofInterrupted(sched::currentG(), pc, sp, framePointer));
}

void printRunningGoroutine() {
  uintptr_t frame = reinterpret_cast<uintptr_t>(__builtin_frame_address(0));
  base::StderrWriter out;
  out.text("\n");
  printRunningGoroutineAt(out, reinterpret_cast<uintptr_t>(__builtin_return_address(0)), frame);
}

void printGoroutine(TextWriter& out, const sched::G* g) {
  out.text("\n");
  printHead(out, g);
  uintptr_t pc;
  StackWalk walk = StackWalk::ofParked(g, &pc);
  if (pc) printFrames(out, pc, walk);
  printCreator(out, g);
}

} // namespace mg::panics
