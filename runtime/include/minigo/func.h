// Function values. A value points to a closure object whose first word is the code; the captured
// variables follow. Code reached through a function value takes the closure as its first argument.
// A nil value has no closure; calling it panics.
#pragma once

#include "minigo/panic.h"

namespace mg {

struct Closure {
  void (*code)();
};

template <class Signature>
struct Func;

template <class R, class... A>
struct Func<R(A...)> {
  const Closure* closure = nullptr;

  constexpr Func() = default;
  constexpr Func(Nil) {}
  constexpr Func(const Closure* closure) : closure(closure) {}

  // In place before anything else is inlined, so that a known closure becomes a call of its code.
  // The arguments are copied once, for that code.
  [[gnu::always_inline]] R operator()(const A&... args) const {
    if (!closure) [[unlikely]]
      panicNilDereference();
    return reinterpret_cast<R (*)(const Closure*, A...)>(closure->code)(closure, args...);
  }
  bool operator==(Nil) const { return !closure; }
};

} // namespace mg
