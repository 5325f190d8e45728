// The defer statement and recover.
//
// 1. Scoped. Deferred calls that cannot recover and cannot change a result (wg.Done(), mu.Unlock(),
//    a literal without recover()), in a function whose defer statements stand at its top level: an
//    object at the place of the statement. It runs at return, after the result is evaluated, last
//    one first. It is the cheap form: no saved registers, little stack while the goroutine sleeps.
//
//      void worker(mg::Int id, mg::Ptr<go::sync::WaitGroup> wg) {
//        mg::DeferredCall<&go::sync::WaitGroup_Done> defer1_(wg);       // defer wg.Done()
//        mg::DeferredLambda defer2_([id] { go::main::report(id); });    // defer report(id)
//        ...
//      }
//
// 2. Framed. Everything else: the body becomes a lambda that captures by reference, run by a Defers
//    object; results are variables outside the lambda, `return x` becomes `{ r = x; return; }`.
//
//      mg::Int divide(mg::Int a, mg::Int b) {                 // func divide(a, b int) (r int)
//        mg::Int r = 0;
//        mg::Defers defers_;
//        defers_.run([&] {
//          mg::defer(defers_, [&r](mg::Recovery& recovery_) {   // defer func() { ... }()
//            if (mg::Any e = recovery_.recover(); e.type) r = -1;
//          });
//          for (mg::Int i = 0; i < 3; ++i)
//            mg::defer(defers_, &go::main::note, i);            // defer note(i)
//          r = mg::divide(a, b);
//        });
//        return r;
//      }
//
//    The callee is the address of a function, a function value, or a lambda for a function literal;
//    the arguments are copied now. A literal that calls recover() has mg::Recovery& as its first
//    parameter.
//
// 3. A declared function whose body calls recover() says so at its start with a Recovery that gets
//    the function's own address; the function must not be inlined:
//
//      [[gnu::noinline]] void handler() {
//        mg::Recovery recovery_(&handler);
//        mg::Any e = recovery_.recover();
//      }
//
//    A wrapper that generated code puts between a deferred call and such a function (method values,
//    interface methods) calls mg::passRecovery(&wrapper, &method) first.
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

// Says that the function at `code` may recover, when the deferred call that runs calls it now.
// Null: the function that it calls does not recover. Once in each deferred call of a Defers.
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

template <class Lambda>
class DeferredLambda : DeferRecord {
public:
  explicit DeferredLambda(const Lambda& lambda) : lambda_(lambda) {
    DeferRecord** chain = deferChain();
    next = *chain;
    call = [](DeferRecord* self) { static_cast<DeferredLambda*>(self)->lambda_(); };
    frame = nullptr;
    *chain = this;
  }
  ~DeferredLambda() {
    *deferChain() = next;
    lambda_();
  }
  DeferredLambda(const DeferredLambda&) = delete;
  DeferredLambda& operator=(const DeferredLambda&) = delete;

private:
  Lambda lambda_;
};

// A record that holds a callable object.
template <class Call>
struct CallRecord : DeferRecord {
  Call held;

  static DeferRecord* make(void* memory, const Call& call) {
    CallRecord* record = static_cast<CallRecord*>(memory);
    __builtin_memcpy(static_cast<void*>(&record->held), &call, sizeof(Call));
    record->call = [](DeferRecord* self) { static_cast<CallRecord*>(self)->held(); };
    return record;
  }
};

class LoopDefers;

class Defers {
public:
  Defers() : used_(0) {}
  Defers(const Defers&) = delete;
  Defers& operator=(const Defers&) = delete;

  template <class Body>
  [[gnu::always_inline]] void run(const Body& body) {
    mg_with_defers(
        &frame_, [](void* arguments) { (*static_cast<const Body*>(arguments))(); },
        const_cast<Body*>(&body));
  }

  // Pushes a record that makes the call; memory for the first ones is here, for others on the heap.
  template <class Call>
  void push(const Call& call) {
    void* memory = storage_ + used_;
    if (sizeof(CallRecord<Call>) <= kStorage - used_)
      used_ += (sizeof(CallRecord<Call>) + 7) & ~Uintptr{7};
    else
      memory = allocate(sizeof(CallRecord<Call>), false);
    link(CallRecord<Call>::make(memory, call));
  }

private:
  friend LoopDefers& deferLater(Defers& defers);
  void link(DeferRecord* record) {
    record->frame = &frame_;
    DeferRecord** chain = deferChain();
    record->next = *chain;
    *chain = record;
  }
  static constexpr Uintptr kStorage = 48; // a function and two words of arguments
  DeferFrame frame_;
  Uintptr used_;
  alignas(8) Byte storage_[kStorage];
};

// The place in the chain for calls that the body of a range over a function defers: they belong to
// the function around the loop, and while the body runs, records of the iterator's frames may be
// above it. In its turn it puts its records into the chain.
//
//   mg::LoopDefers& later_ = mg::deferLater(defers_);            // before the loop
//   mg::defer(later_, &go::main::note, i);                       // defer note(i), in the body
class LoopDefers : DeferRecord {
public:
  template <class Call>
  void push(const Call& call) {
    void* memory = allocate(sizeof(CallRecord<Call>), false);
    DeferRecord* record = CallRecord<Call>::make(memory, call);
    record->frame = frame;
    record->next = newest_;
    newest_ = record;
  }

private:
  friend LoopDefers& deferLater(Defers& defers);
  static void release(DeferRecord* self);
  DeferRecord* newest_;
};
LoopDefers& deferLater(Defers& defers);

// Takes the right to recover at the start of a function that calls recover().
class Recovery {
public:
  template <class Function>
  explicit Recovery(Function* self) : panic_(take(reinterpret_cast<const void*>(self))) {}
  // For the body of a deferred literal, before anything else runs in the deferred call.
  Recovery() : panic_(takeNow()) {}
  // The recover built-in: the value of the panic that runs this deferred call, or nil.
  Any recover();

private:
  static void* take(const void* code);
  static void* takeNow();
  void* panic_;
};

// Hands the right of a deferred wrapper on to the function that it calls.
void passRecoveryTo(const void* wrapper, const void* target);
template <class Wrapper, class Target>
inline void passRecovery(Wrapper* wrapper, Target* target) {
  passRecoveryTo(reinterpret_cast<const void*>(wrapper), reinterpret_cast<const void*>(target));
}

// defer callee(arguments...); To is Defers or LoopDefers.
template <class To, class R, class... P, class... A>
inline void defer(To& defers, R (*callee)(P...), A... arguments) {
  defers.push([callee, ... arguments = static_cast<P>(arguments)] {
    armRecovery(reinterpret_cast<const void*>(callee));
    callee(arguments...);
  });
}
template <class To, class R, class... P, class... A>
inline void defer(To& defers, Func<R(P...)> callee, A... arguments) {
  defers.push([callee, ... arguments = static_cast<P>(arguments)] {
    armRecovery(callee.closure ? reinterpret_cast<const void*>(callee.closure->code) : nullptr);
    callee(arguments...);
  });
}
template <class To, class Lambda, class... A>
inline void defer(To& defers, const Lambda& callee, A... arguments) {
  defers.push([callee, arguments...] {
    if constexpr (requires(Recovery& recovery) { callee(recovery, arguments...); }) {
      Recovery recovery;
      callee(recovery, arguments...);
    } else {
      armRecovery(nullptr);
      callee(arguments...);
    }
  });
}

} // namespace mg
