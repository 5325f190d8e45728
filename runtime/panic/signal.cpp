#include "runtime/panic/signal.h"

#include "minigo/panic.h"
#include "runtime/base/stderr_writer.h"
#include "runtime/panic/fatal.h"
#include "runtime/panic/last_words.h"
#include "runtime/panic/panic.h"
#include "runtime/panic/runtime_error.h"
#include "runtime/panic/traceback.h"
#include "runtime/sched/preempt.h"
#include "runtime/sched/scheduler.h"
#include "runtime/sched/slot.h"
#include "runtime/sched/worker.h"

#include <atomic>
#include <bit>
#include <csignal>
#include <cstdlib>
#include <sys/mman.h>
#include <ucontext.h>
#include <unistd.h>

namespace mg::panics {

namespace {

constexpr size_t kSignalStack = size_t{64} << 10;
constexpr uintptr_t kNilPage = 4096; // Go treats a fault below as a nil dereference

struct Fault {
  int signal;
  int code;
  uintptr_t address, pc, sp, framePointer;
};
thread_local Fault lastFault;
// The signal that ends the program; the first thread that takes one writes it.
Fault endingSignal;
std::atomic<bool> endingIsTaken{false};

const char* signalName(int signal) {
  switch (signal) {
  case SIGQUIT: return "SIGQUIT: quit";
  case SIGILL: return "SIGILL: illegal instruction";
  case SIGTRAP: return "SIGTRAP: trace trap";
  case SIGABRT: return "SIGABRT: abort";
  case SIGBUS: return "SIGBUS: bus error";
  case SIGFPE: return "SIGFPE: floating-point exception";
  case SIGSEGV: return "SIGSEGV: segmentation violation";
  case SIGSTKFLT: return "SIGSTKFLT: stack fault";
  case SIGSYS: return "SIGSYS: bad system call";
  default: return "signal";
  }
}

void printSignal(base::StderrWriter& out, const Fault& fault) {
  out.text("[signal ").text(signalName(fault.signal)).text(" code=").hex(uintptr_t(fault.code));
  out.text(" addr=").hex(fault.address).text(" pc=").hex(fault.pc).text("]\n");
}

// The functions that the handler makes the interrupted code "call".

[[noreturn]] void nilFault() {
  Fault fault = lastFault;
  panicMemory(fault.address, fault.pc, memoryError());
}

[[noreturn]] void divideFault() { panicDivide(); }

[[noreturn]] void wildFault() {
  Fault fault = lastFault;
  if (sched::currentG()->flags & sched::kPanicOnFault)
    panicMemory(fault.address, fault.pc, addressError(fault.address));
  beginLastWords();
  {
    base::StderrWriter out;
    out.text("unexpected fault address ").hex(fault.address).text("\nfatal error: fault\n");
    printSignal(out, fault);
    out.text("\n");
    printInterruptedGoroutine(out, fault.pc, fault.sp, fault.framePointer);
  }
  endProcess(2);
}

// On the scheduler's stack: the goroutine's own is full.
[[noreturn]] void stackOverflow() {
  beginLastWords();
  Fault fault = lastFault;
  const sched::Slot* slot = sched::currentG()->slot;
  {
    base::StderrWriter out;
    // Where little memory is to be had, stacks are smaller than a program may make them.
    const auto size = static_cast<size_t>(slot->top - slot->base);
    const bool isSmall = size < std::bit_floor(sched::maxStack) / 2;
    out.text("runtime: goroutine stack exceeds ");
    out.number(int64_t(isSmall ? size : sched::maxStack));
    out.text("-byte limit\nruntime: sp=").hex(fault.sp);
    out.text(" stack=[").hex(reinterpret_cast<uintptr_t>(slot->base)).text(", ");
    out.hex(reinterpret_cast<uintptr_t>(slot->top)).text("]\nfatal error: stack overflow\n\n");
    printInterruptedGoroutine(out, fault.pc, fault.sp, fault.framePointer);
  }
  endProcess(2);
}

[[noreturn]] void faultInRuntime(const Fault& fault) {
  beginLastWords();
  {
    base::StderrWriter out;
    out.text("fatal error: unexpected signal during runtime execution\n");
    printSignal(out, fault);
  }
  endProcess(2);
}

void printInstruction(base::StderrWriter& out, uintptr_t pc) {
  constexpr uintptr_t kLongest = 16, kPage = 4096; // the next page may not be there
  uintptr_t size = std::min(kLongest, kPage - pc % kPage);
  out.text("instruction bytes:");
  for (uintptr_t i = 0; i < size; ++i)
    out.text(" ").hex(reinterpret_cast<const uint8_t*>(pc)[i]);
  out.text("\n");
}

// running: the goroutine that the calling thread runs, if it runs one.
[[noreturn]] void endBySignalIn(const sched::G* running) {
  beginLastWords();
  {
    const Fault& fault = endingSignal;
    base::StderrWriter out;
    out.text(signalName(fault.signal)).text("\nPC=").hex(fault.pc).text(" m=0 sigcode=");
    out.number(uint64_t(int64_t(fault.code)));
    if (fault.signal == SIGSEGV || fault.signal == SIGBUS) out.text(" addr=").hex(fault.address);
    out.text("\n");
    if (fault.signal == SIGILL || fault.signal == SIGFPE) printInstruction(out, fault.pc);
    if (running) {
      out.text("\n");
      printInterruptedGoroutine(out, fault.pc, fault.sp, fault.framePointer);
    }
    printGoroutines(out, running);
  }
  endProcess(2);
}

// On the scheduler's stack, as for an overflow: in the thread that took the signal.
[[noreturn]] void endBySignalHere() {
  endBySignalIn(sched::hasWorker() ? sched::currentG() : nullptr);
}

#if defined(__x86_64__)
Fault readFault(int signal, const siginfo_t* info, const ucontext_t* context) {
  const greg_t* registers = context->uc_mcontext.gregs;
  return {signal,
          info->si_code,
          reinterpret_cast<uintptr_t>(info->si_addr),
          uintptr_t(registers[REG_RIP]),
          uintptr_t(registers[REG_RSP]),
          uintptr_t(registers[REG_RBP])};
}

// Makes the interrupted code call fn on the stack below sp, leaving out its red zone.
void injectCall(ucontext_t* context, uintptr_t sp, void (*fn)()) {
  greg_t* registers = context->uc_mcontext.gregs;
  constexpr uintptr_t kRedZone = 128;
  sp = ((sp - kRedZone) & ~uintptr_t{15}) - sizeof(uintptr_t);
  // The byte behind the instruction, because tracebacks look at the byte before a return address.
  *reinterpret_cast<uintptr_t*>(sp) = uintptr_t(registers[REG_RIP]) + 1;
  registers[REG_RSP] = greg_t(sp);
  registers[REG_RIP] = greg_t(reinterpret_cast<uintptr_t>(fn));
}
#endif

bool isInGoroutine(const sched::Worker& worker, const Fault& fault) {
  const sched::G* g = worker.current;
  return g && g->slot && g->slot->contains(reinterpret_cast<void*>(fault.sp));
}

// Signals that end the program with the tracebacks of all goroutines. The monitor prints them,
// which runs beside whatever came to a stop, unless the thread itself is at fault. A program that
// never started a goroutine has no monitor: then its one thread does, and a second signal ends the
// process even if what was interrupted holds a lock that this needs.
void onEndingSignal(int signal, siginfo_t* info, void* contextWord) {
  ucontext_t* context = static_cast<ucontext_t*>(contextWord);
  Fault fault = readFault(signal, info, context);
  bool isFirst = !endingIsTaken.exchange(true, std::memory_order_relaxed);
  if (isFirst) endingSignal = fault;
  if (wasSent(*info) && sched::hasMonitor()) {
    if (isFirst) sched::endByMonitor();
    return;
  }
  struct sigaction standard{};
  standard.sa_handler = SIG_DFL;
  sigaction(signal, &standard, nullptr);
  if (!sched::hasWorker()) {
    raise(signal);
    return;
  }
  const sched::Worker& worker = sched::self();
  bool inGoroutine = isInGoroutine(worker, fault);
  injectCall(context, inGoroutine ? reinterpret_cast<uintptr_t>(worker.schedulerSp) : fault.sp,
             endBySignalHere);
}

void onFault(int signal, siginfo_t* info, void* contextWord) {
  if (wasSent(*info)) {
    onEndingSignal(signal, info, contextWord);
    return;
  }
  ucontext_t* context = static_cast<ucontext_t*>(contextWord);
  Fault fault = readFault(signal, info, context);
  lastFault = fault;
  sched::Worker* worker = sched::hasWorker() ? &sched::self() : nullptr;
  sched::G* g = worker ? worker->current : nullptr;
  if (!g || !g->slot) faultInRuntime(fault);
  if (signal == SIGSEGV && fault.address < reinterpret_cast<uintptr_t>(g->slot->base) &&
      sched::classifyAddress(info->si_addr) == sched::AddressKind::StackGuard) {
    injectCall(context, reinterpret_cast<uintptr_t>(worker->schedulerSp), stackOverflow);
    return;
  }
  if (!isInGoroutine(*worker, fault)) faultInRuntime(fault);
  if (signal == SIGFPE)
    injectCall(context, fault.sp, divideFault);
  else
    injectCall(context, fault.sp, fault.address < kNilPage ? nilFault : wildFault);
}

} // namespace

bool wasSent(const siginfo_t& info) { return info.si_code <= 0; }

void endBySignal() { endBySignalIn(nullptr); }

void useSignalStack() {
  void* stack = mmap(nullptr, kSignalStack, PROT_READ | PROT_WRITE,
                     MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (stack == MAP_FAILED) fatal("cannot map the signal stack");
  stack_t alternate{};
  alternate.ss_sp = stack;
  alternate.ss_size = kSignalStack;
  sigaltstack(&alternate, nullptr);
}

static void passOver(int, siginfo_t*, void*) {}

void installSignalHandlers() {
  useSignalStack();
  struct sigaction action{};
  action.sa_sigaction = onFault;
  action.sa_flags = SA_SIGINFO | SA_ONSTACK;
  for (int signal : {SIGSEGV, SIGBUS, SIGFPE})
    sigaction(signal, &action, nullptr);
  action.sa_sigaction = onEndingSignal;
  action.sa_flags |= SA_RESTART;
  for (int signal : {SIGQUIT, SIGILL, SIGTRAP, SIGABRT, SIGSTKFLT, SIGSYS})
    sigaction(signal, &action, nullptr);
  // Caught without an action, as by Go: writes to a broken pipe fail with EPIPE. Not SIG_IGN, which
  // programs that are started would inherit.
  action.sa_sigaction = passOver;
  for (int signal :
       {SIGPIPE, SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF, SIGXCPU, SIGXFSZ, SIGIO, SIGPWR})
    sigaction(signal, &action, nullptr);
  for (int signal = SIGRTMIN + 1; signal <= SIGRTMAX; ++signal) // the first is musl's
    sigaction(signal, &action, nullptr);
}

void endIfStandard(int fd) {
  if (fd != STDOUT_FILENO && fd != STDERR_FILENO) return;
  struct sigaction now;
  if (sigaction(SIGPIPE, nullptr, &now) == 0 && now.sa_sigaction != passOver) return; // os/signal's
  signal(SIGPIPE, SIG_DFL);
  raise(SIGPIPE);
}

} // namespace mg::panics
