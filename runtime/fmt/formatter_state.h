// fmt.State, what a Format method writes to.
#pragma once

#include "minigo/iface.h"
#include "minigo/results.h"
#include "minigo/slice.h"
#include "runtime/fmt/format.h"

namespace mg::fmt {

// The method table of the interface fmt.State.
struct StateMethods : MethodTable {
  bool (*Flag)(void* self, Int c);
  Results<Int, bool> (*Precision)(void* self);
  Results<Int, bool> (*Width)(void* self);
  Results<Int, Error> (*Write)(void* self, Slice<Byte> b);
};
using State = Iface<StateMethods>;

class FormatterState {
public:
  static FormatterState* make(const Flags& flags);
  State iface();
  String written() const { return String(text_.ptr, text_.len); }

  static bool flag(void* self, Int c);
  static Results<Int, bool> precision(void* self);
  static Results<Int, bool> width(void* self);
  static Results<Int, Error> write(void* self, Slice<Byte> b);
  static Results<Int, Error> writeString(void* self, String s);

private:
  Flags flags_;
  Slice<Byte> text_;
};

// The type's method Format(f fmt.State, verb rune), null if it has none.
const Method* findFormat(const Type* type);

} // namespace mg::fmt
