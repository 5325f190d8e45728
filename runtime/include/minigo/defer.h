// The defer statement and recover.
//
// 1. A deferred call that cannot recover and cannot change a result (wg.Done(), mu.Unlock(), a
//    function that the compiler knows) in a function whose defer statements are all of this kind
//    and run at most once, in order: an object at the place of the statement. It runs at return,
//    after the result is evaluated, last one first.
//
//      void worker(mg::Int id, mg::Ptr<go::sync::WaitGroup> wg) {
//        mg::DeferredCall<&go::sync::WaitGroup_Done> defer1_(wg);   // defer wg.Done()
//        ...
//      }
//
// 2. Everything else: the body becomes a lambda that captures by reference, run by a Defers object;
//    results are variables outside the lambda, `return x` becomes `{ r = x; return; }`. A statement
//    that runs at most once uses a Deferred declared outside the lambda; one in a loop (or reached
//    again by goto) uses deferInLoop, which takes its memory from the heap.
//
//      mg::Int divide(mg::Int a, mg::Int b) {             // func divide(a, b int) (r int)
//        mg::Int r = 0;
//        mg::Defers defers_;
//        mg::Deferred<void(mg::Int*)> defer1_;
//        defers_.run([&] {
//          defer1_.push(defers_, &divide_func1, &r);        // defer func() { ... }()
//          for (mg::Int i = 0; i < 3; ++i)
//            mg::deferInLoop(defers_, &note, i);            // defer note(i)
//          r = mg::divide(a, b);
//        });
//        return r;
//      }
//
// 3. A function whose body calls recover() says so at its start with a Recovery that gets the
//    function's own address; the function must not be inlined:
//
//      [[gnu::noinline]] void divide_func1(mg::Int* r) {
//        mg::Recovery recovery_(&divide_func1);
//        if (mg::Any e = recovery_.recover(); e.type) *r = -1;
//      }
//
//    A wrapper that generated code puts between a deferred call and a method of the user (for
//    method values and interface methods) calls mg::passRecovery(&wrapper, &method) first.
//
// A deferred function value may be nil: that panics when the deferred call runs, as in Go. Panics
// run deferred calls on top of the panicking stack. When one of them has recovered, run() returns
// as though the body had returned; only the trampoline behind run() saves registers.
#pragma once

#include "minigo/func.h"
#include "minigo/heap.h"
#include "minigo/iface.h"
#include "minigo/types.h"

namespace mg {

struct DeferFrame;

// A pending deferred call. It stands in the goroutine's chain, newest first.
struct DeferRecord {
  DeferRecord* next;
  void (*call)(DeferRecord*);
  DeferFrame* frame; // null: the call cannot recover
};

// Where execution continues when a deferred call of this frame has recovered. The assembly
// trampoline knows the offset of sp.
struct DeferFrame {
  void* sp;
};

// The head of the calling goroutine's chain. Never changes while a function runs.
[[gnu::const, gnu::noinline]] DeferRecord** deferChain();

// Runs body(arguments), then the deferred calls of the frame.
extern "C" void mg_with_defers(DeferFrame* frame, void (*body)(void*), void* arguments);

// Says that the function at `code`, if the deferred call calls it now, may recover.
void armRecovery(const void* code);

template <auto Function, class Signature = decltype(Function)>
class DeferredCall;

template <auto Function, class R>
class DeferredCall<Function, R (*)()> : DeferRecord {
public:
  DeferredCall() {
    DeferRecord** chain = deferChain();
    next = *chain;
    call = [](DeferRecord*) { Function(); };
    frame = nullptr;
    *chain = this;
  }
  ~DeferredCall() {
    *deferChain() = next;
    Function();
  }
  DeferredCall(const DeferredCall&) = delete;
  DeferredCall& operator=(const DeferredCall&) = delete;
};

template <auto Function, class R, class P>
class DeferredCall<Function, R (*)(P)> : DeferRecord {
public:
  explicit DeferredCall(P argument) : argument_(argument) {
    DeferRecord** chain = deferChain();
    next = *chain;
    call = [](DeferRecord* self) { Function(static_cast<DeferredCall*>(self)->argument_); };
    frame = nullptr;
    *chain = this;
  }
  ~DeferredCall() {
    *deferChain() = next;
    Function(argument_);
  }
  DeferredCall(const DeferredCall&) = delete;
  DeferredCall& operator=(const DeferredCall&) = delete;

private:
  P argument_;
};

class Defers {
public:
  Defers() = default;
  Defers(const Defers&) = delete;
  Defers& operator=(const Defers&) = delete;

  template <class Body>
  [[gnu::always_inline]] void run(const Body& body) {
    mg_with_defers(
        &frame_, [](void* arguments) { (*static_cast<const Body*>(arguments))(); },
        const_cast<Body*>(&body));
  }

  void push(DeferRecord* record, void (*call)(DeferRecord*)) {
    DeferRecord** chain = deferChain();
    record->next = *chain;
    record->call = call;
    record->frame = &frame_;
    *chain = record;
  }

private:
  DeferFrame frame_;
};

// The record of a deferred call: code address and arguments lie in raw storage, because they are
// known only when the statement runs.
template <class Signature>
class Deferred;

template <class... P>
class Deferred<void(P...)> : DeferRecord {
public:
  Deferred() {} // the members are set by push
  Deferred(const Deferred&) = delete;
  Deferred& operator=(const Deferred&) = delete;

  template <class R, class... A>
  void push(Defers& defers, R (*fn)(P...), A... args) {
    auto invoke = [fn, ... args = static_cast<P>(args)] {
      armRecovery(reinterpret_cast<const void*>(fn));
      fn(args...);
    };
    keep(defers, invoke);
  }
  template <class R, class... A>
  void push(Defers& defers, Func<R(P...)> fn, A... args) {
    auto invoke = [fn, ... args = static_cast<P>(args)] {
      if (fn.closure) armRecovery(reinterpret_cast<const void*>(fn.closure->code));
      fn(args...);
    };
    keep(defers, invoke);
  }

private:
  template <class Invoke>
  void keep(Defers& defers, const Invoke& invoke) {
    static_assert(sizeof(Invoke) <= sizeof storage_);
    __builtin_memcpy(storage_, &invoke, sizeof(Invoke));
    defers.push(this, [](DeferRecord* self) {
      (*reinterpret_cast<Invoke*>(static_cast<Deferred*>(self)->storage_))();
    });
  }

  static constexpr Uintptr padded(Uintptr size) { return (size + 7) & ~Uintptr{7}; }
  static constexpr Uintptr kSize = (sizeof(void*) + ... + padded(sizeof(P)));
  alignas(8) Byte storage_[kSize];
};

// A deferred call in a loop: its record comes from the heap.
template <class R, class... P, class... A>
inline void deferInLoop(Defers& defers, R (*fn)(P...), A... args) {
  using Record = Deferred<void(P...)>;
  static_cast<Record*>(allocate(sizeof(Record), false))->push(defers, fn, args...);
}
template <class R, class... P, class... A>
inline void deferInLoop(Defers& defers, Func<R(P...)> fn, A... args) {
  using Record = Deferred<void(P...)>;
  static_cast<Record*>(allocate(sizeof(Record), false))->push(defers, fn, args...);
}

// Takes the right to recover at the start of a function that calls recover().
class Recovery {
public:
  template <class Function>
  explicit Recovery(Function* self) : panic_(take(reinterpret_cast<const void*>(self))) {}
  // The recover built-in: the value of the panic that runs this deferred call, or nil.
  Any recover();

private:
  static void* take(const void* code);
  void* panic_;
};

// Hands the right of a deferred wrapper on to the function that it calls.
void passRecoveryTo(const void* wrapper, const void* target);
template <class Wrapper, class Target>
inline void passRecovery(Wrapper* wrapper, Target* target) {
  passRecoveryTo(reinterpret_cast<const void*>(wrapper), reinterpret_cast<const void*>(target));
}

} // namespace mg
