// The go statement and program start.
//
//   mg::go(&go::main::worker, id, wg);        // go worker(id, wg)
//   mg::go(&go::main::T_Run, t, mg::Int(1));  // go t.Run(1)
//   mg::go(f, mg::Int(1));                    // go f(1), f a function value
//   mg::go([wg] { ... });                     // go func() { ... }(), wg captured by value
//
//   int main(int argc, char** argv) {
//     return mg::start(argc, argv, &initPackages, &go::main::main);
//   }
//
// The function value and the arguments are evaluated by the caller and copied into the goroutine's
// record, where the collector sees them, and from there onto its stack when it starts; results of
// the function are dropped. A lambda for a function literal is copied like an argument and needs no
// closure object: what it captures by reference must outlive the goroutine. A lambda that calls
// recover() has mg::Recovery& as its first parameter.
#pragma once

#include "minigo/defer.h"
#include "minigo/func.h"
#include "minigo/heap.h"
#include "minigo/types.h"

namespace mg {

// Makes a goroutine that calls start(arguments) on a copy of size bytes of arguments, and makes it
// the next one to run on this worker.
[[gnu::noinline]] void spawn(void (*start)(void* arguments), const void* arguments, Uintptr size);

// Arguments above this size go to the heap; the record and the stack hold a pointer to them.
inline constexpr Uintptr kMaxGoArguments = 128;

// "go of nil func value"
[[noreturn, gnu::cold]] void fatalGoNil();

template <class Call>
[[gnu::always_inline]] inline void spawnCall(const Call& call) {
  if constexpr (sizeof(Call) <= kMaxGoArguments) {
    spawn(
        [](void* arguments) {
          // A copy: the record's space for arguments is scratch for waiting from now on.
          Call call = *static_cast<Call*>(arguments);
          call();
        },
        &call, sizeof(Call));
  } else {
    Call* boxed = newObject(call).raw;
    spawn(
        [](void* arguments) {
          const Call* call = *static_cast<Call**>(arguments);
          (*call)();
        },
        &boxed, sizeof boxed);
  }
}

template <class R, class... P, class... A>
[[gnu::always_inline]] inline void go(R (*fn)(P...), A... args) {
  spawnCall([fn, ... args = static_cast<P>(args)] { fn(args...); });
}
template <class R, class... P, class... A>
[[gnu::always_inline]] inline void go(Func<R(P...)> fn, A... args) {
  // What has arguments or results is called by a function that gc makes, and panics there.
  if constexpr (sizeof...(P) == 0 && __is_same(R, void)) {
    if (!fn.closure) [[unlikely]]
      fatalGoNil();
  }
  spawnCall([fn, ... args = static_cast<P>(args)] { fn(args...); });
}
template <class Lambda, class... A>
[[gnu::always_inline]] inline void go(const Lambda& lambda, A... args) {
  if constexpr (requires(Recovery& recovery) { lambda(recovery, args...); })
    spawnCall([lambda, args...] {
      Recovery recovery; // nothing panics yet: recover() gives nil
      lambda(recovery, args...);
    });
  else
    spawnCall([lambda, args...] { lambda(args...); });
}

// Long-running code that calls the runtime gets here and stops while the world is stopped.
extern bool worldIsStopping;
void pollSlowly();
inline bool mustPoll() { return __atomic_load_n(&worldIsStopping, __ATOMIC_RELAXED); }
inline void poll() {
  if (mustPoll()) [[unlikely]]
    pollSlowly();
}

// The body of a loop that has none and never ends.
inline void spin() {
#if defined(__x86_64__)
  asm volatile("pause");
#else
  asm volatile("");
#endif
}

// Runs the program: init, then main, as goroutine 1 on the calling thread. Ends the process with
// status 0 when main returns, whatever other goroutines do; never returns to the caller.
// buildInfo: for debug.ReadBuildInfo, where the program has that package.
int start(int argc, char** argv, void (*init)(), void (*main)(), const char* buildInfo = "");
// os.Exit: ends the process at once, without deferred calls.
[[noreturn]] void exitProgram(Int status);

// runtime.Gosched, runtime.NumGoroutine, runtime.Goexit.
void gosched();
Int numGoroutine();
[[noreturn]] void goexit();

} // namespace mg
