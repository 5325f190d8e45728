// Function literals and declared functions as function values.
//
//   mg::Func<mg::Int(mg::Int)> add = mg::closure([&sum](mg::Int x) -> mg::Int { … });
//   mg::Func<void()> f = mg::func<&go::main::work>();
//
// What a lambda captures by reference must live on the heap, or in a frame that outlives the
// closure on the same goroutine. A literal that calls recover() takes a Recovery& before its
// parameters; a function that does is wrapped by recoveringFunc.
#pragma once

#include "minigo/defer.h"
#include "minigo/func.h"
#include "minigo/heap.h"

namespace mg {

template <class Lambda>
struct LambdaClosure : Closure {
  LambdaClosure(void (*code)(), const Lambda& l) : Closure{code}, lambda(l) {}
  Lambda lambda;
};

// How a lambda is called through a closure, by its signature.
template <class Lambda, class Call = decltype(&Lambda::operator())>
struct LambdaCode;

template <class Lambda, class R, class... P>
struct LambdaCode<Lambda, R (Lambda::*)(P...) const> {
  using Value = Func<R(P...)>;
  static R code(const Closure* self, P... args) {
    return static_cast<const LambdaClosure<Lambda>*>(self)->lambda(args...);
  }
  // Of a lambda without captures, which lies nowhere.
  static R plainCode(const Closure*, P... args) { return Lambda{}(args...); }
};

template <class Lambda, class R, class... P>
struct LambdaCode<Lambda, R (Lambda::*)(Recovery&, P...) const> {
  using Value = Func<R(P...)>;
  [[gnu::noinline]] static R code(const Closure* self, P... args) {
    Recovery recovery(&code);
    return static_cast<const LambdaClosure<Lambda>*>(self)->lambda(recovery, args...);
  }
  [[gnu::noinline]] static R plainCode(const Closure*, P... args) {
    Recovery recovery(&plainCode);
    return Lambda{}(recovery, args...);
  }
};

// The closure of a lambda without captures: a constant, through which the compiler can see.
template <class Lambda>
struct PlainClosure {
  static inline const Closure closure = {
      reinterpret_cast<void (*)()>(&LambdaCode<Lambda>::plainCode)};
};

// A function literal as a function value. One that captures nothing needs no memory.
template <class Lambda>
inline typename LambdaCode<Lambda>::Value closure(const Lambda& lambda) {
  if constexpr (__is_empty(Lambda)) {
    return {&PlainClosure<Lambda>::closure};
  } else {
    auto code = reinterpret_cast<void (*)()>(&LambdaCode<Lambda>::code);
    return {newObject(LambdaClosure<Lambda>(code, lambda)).raw};
  }
}

template <auto Function, bool kRecovers, class Signature = decltype(Function)>
struct FunctionClosure;

template <auto Function, bool kRecovers, class R, class... P>
struct FunctionClosure<Function, kRecovers, R (*)(P...)> {
  using Value = Func<R(P...)>;
  static R code(const Closure*, P... args) {
    if constexpr (kRecovers) passRecovery(&code, Function);
    return Function(args...);
  }
  static inline const Closure closure = {reinterpret_cast<void (*)()>(&code)};
};

// A declared function as a function value.
template <auto Function>
inline typename FunctionClosure<Function, false>::Value func() {
  return {&FunctionClosure<Function, false>::closure};
}
// The same for a function that calls recover().
template <auto Function>
inline typename FunctionClosure<Function, true>::Value recoveringFunc() {
  return {&FunctionClosure<Function, true>::closure};
}

} // namespace mg
