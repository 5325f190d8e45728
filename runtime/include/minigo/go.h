// The go statement and program start.
//
//   mg::go(&go::main::worker, id, wg);        // go worker(id, wg)
//   mg::go(&go::main::T_Run, t, mg::Int(1));  // go t.Run(1)
//   mg::go(f, mg::Int(1));                    // go f(1), f a function value
//
//   int main(int argc, char** argv) {
//     return mg::start(argc, argv, &initPackages, &go::main::main);
//   }
//
// The function value and the arguments are evaluated by the caller and copied into the goroutine's
// record, where the collector sees them; results of the function are dropped. A function literal
// needs no closure object when its captured variables become leading parameters of its function.
#pragma once

#include "minigo/func.h"
#include "minigo/heap.h"
#include "minigo/types.h"

namespace mg {

// Makes a goroutine that calls start(arguments) on a copy of size bytes of arguments, and makes it
// the next one to run on this worker. The first word of the arguments is the address of the code
// that runs: tracebacks show it while the goroutine has not started.
[[gnu::noinline]] void spawn(void (*start)(void* arguments), const void* arguments, Uintptr size);

// Arguments above this size go to the heap; the record keeps a pointer to them.
inline constexpr Uintptr kMaxGoArguments = 2048;

// "go of nil func value"
[[noreturn, gnu::cold]] void fatalGoNil();

template <class Call>
[[gnu::always_inline]] inline void spawnCall(const Call& call) {
  if constexpr (sizeof(Call) <= kMaxGoArguments) {
    spawn([](void* arguments) { (*static_cast<Call*>(arguments))(); }, &call, sizeof(Call));
  } else {
    struct Boxed {
      void (*code)();
      Call* call;
    } boxed{*reinterpret_cast<void (*const*)()>(&call), newObject(call).raw};
    spawn([](void* arguments) { (*static_cast<Boxed*>(arguments)->call)(); }, &boxed,
          sizeof(Boxed));
  }
}

template <class R, class... P, class... A>
[[gnu::always_inline]] inline void go(R (*fn)(P...), A... args) {
  // fn is captured first, so that it is the first word (see spawn).
  spawnCall([fn, ... args = static_cast<P>(args)] { fn(args...); });
}

template <class R, class... P, class... A>
[[gnu::always_inline]] inline void go(Func<R(P...)> fn, A... args) {
  if (!fn.closure) [[unlikely]]
    fatalGoNil();
  auto code = reinterpret_cast<R (*)(const Closure*, P...)>(fn.closure->code);
  go(code, fn.closure, args...);
}

// Runs the program: init, then main, as goroutine 1 on the calling thread. Ends the process with
// status 0 when main returns, whatever other goroutines do; never returns to the caller.
int start(int argc, char** argv, void (*init)(), void (*main)());
// os.Exit: ends the process at once, without deferred calls.
[[noreturn]] void exitProgram(Int status);

// runtime.Gosched, runtime.NumGoroutine, runtime.Goexit.
void gosched();
Int numGoroutine();
[[noreturn]] void goexit();

} // namespace mg
