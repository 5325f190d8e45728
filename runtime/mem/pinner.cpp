// runtime.Pinner: objects do not move, and the Pinner keeps them alive; what is left are its
// panics.
#include "minigo/iface.h"
#include "minigo/panic.h"
#include "minigo/string.h"
#include "minigo/type.h"

namespace go::runtime {

using mg::operator""_s;

void checkPinned(mg::Any pointer);
void panicLeak();

void checkPinned(mg::Any pointer) {
  if (!pointer.type) mg::panicRuntimeError("runtime.Pinner: argument is nil"_s);
  const mg::Kind kind = pointer.type->kind;
  if (kind != mg::Kind::Pointer && kind != mg::Kind::UnsafePointer)
    mg::panicRuntimeError("runtime.Pinner: argument is not a pointer: "_s + pointer.type->name);
}

void panicLeak() {
  mg::panicRuntimeError("runtime.Pinner: found leaking pinned pointer; forgot to call Unpin()?"_s);
}

} // namespace go::runtime
