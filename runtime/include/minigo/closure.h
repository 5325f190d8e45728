// Function literals and declared functions as function values.
//
//   mg::Func<mg::Int(mg::Int)> add = mg::closure([&sum](mg::Int x) -> mg::Int { … });
//   mg::Func<void()> f = mg::func<&go::main::work>();
//
//   go::slices::SortFunc(xs, mg::localClosure([&calls](…) { … }));  // kept no longer than the call
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

// How a lambda is called through a closure, by its signature. Where the compiler knows the closure,
// the call is that of the lambda.
template <class Lambda, class Call = decltype(&Lambda::operator())>
struct LambdaCode;

template <class Lambda, class R, class... P>
struct LambdaCode<Lambda, R (Lambda::*)(P...) const> {
  using Value = Func<R(P...)>;
  // What a small one captured is read once: nothing that it writes to changes that.
  [[gnu::always_inline]] static R code(const Closure* self, P... args) {
    const Lambda& lambda = static_cast<const LambdaClosure<Lambda>*>(self)->lambda;
    if constexpr (sizeof(Lambda) <= 64) {
      const Lambda copy = lambda;
      return copy(args...);
    } else {
      return lambda(args...);
    }
  }
  // Of a lambda without captures, which lies nowhere.
  [[gnu::always_inline]] static R plainCode(const Closure*, P... args) { return Lambda{}(args...); }
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

// The closure of a function literal whose value nobody keeps longer than this object lives: until
// the end of the call whose argument it is, or of the block of the variable that it is.
template <class Lambda>
class LocalClosure {
public:
  using Value = typename LambdaCode<Lambda>::Value;
  explicit LocalClosure(const Lambda& lambda)
      : closure_(reinterpret_cast<void (*)()>(&LambdaCode<Lambda>::code), lambda) {}
  LocalClosure(const LocalClosure&) = delete;
  LocalClosure& operator=(const LocalClosure&) = delete;

  Value value() const { return {&closure_}; }
  operator Value() const { return value(); }

private:
  LambdaClosure<Lambda> closure_;
};
template <class Lambda>
inline LocalClosure<Lambda> localClosure(const Lambda& lambda) {
  return LocalClosure<Lambda>(lambda);
}

template <auto Function, bool kRecovers, class Signature = decltype(Function)>
struct FunctionClosure;

template <auto Function, bool kRecovers, class R, class... P>
struct FunctionClosure<Function, kRecovers, R (*)(P...)> {
  using Value = Func<R(P...)>;
  [[gnu::always_inline]] static R code(const Closure*, P... args) {
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
