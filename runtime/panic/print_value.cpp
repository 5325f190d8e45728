// How an uncaught panic shows its value.
#include "runtime/base/stderr_writer.h"
#include "runtime/panic/panic.h"

#include "minigo/heap.h"
#include "minigo/print.h"
#include "runtime/types/describe.h"

#include <cstring>

namespace mg::panics {

namespace {

// Continuation lines are indented, so that a value cannot look like a traceback.
void printIndented(base::StderrWriter& out, String text) {
  for (Int i = 0; i < text.len; ++i) {
    out.bytes(text.ptr + i, 1);
    if (text.ptr[i] == '\n') out.text("\t");
  }
}

template <class T>
T load(const void* value) {
  T result;
  memcpy(&result, value, sizeof result);
  return result;
}

// Prints a scalar or a string; false for other kinds.
bool printBasic(base::StderrWriter& out, const Type& type, const void* value) {
  PrintLine line; // formats floats as the print built-in does
  switch (type.kind) {
  case Kind::Bool: line.addBool(load<bool>(value)); break;
  case Kind::Int:
  case Kind::Int64: line.addInt(load<Int64>(value)); break;
  case Kind::Int8: line.addInt(load<Int8>(value)); break;
  case Kind::Int16: line.addInt(load<Int16>(value)); break;
  case Kind::Int32: line.addInt(load<Int32>(value)); break;
  case Kind::Uint:
  case Kind::Uintptr:
  case Kind::Uint64: line.addUint(load<Uint64>(value)); break;
  case Kind::Uint8: line.addUint(load<Uint8>(value)); break;
  case Kind::Uint16: line.addUint(load<Uint16>(value)); break;
  case Kind::Uint32: line.addUint(load<Uint32>(value)); break;
  case Kind::Float32: printOne(line, load<Float32>(value)); break;
  case Kind::Float64: printOne(line, load<Float64>(value)); break;
  case Kind::Complex64: printOne(line, load<Complex64>(value)); break;
  case Kind::Complex128: printOne(line, load<Complex128>(value)); break;
  case Kind::String:
    if (type.flags & kNamed && type.name != "string"_s) out.text("\"");
    printIndented(out, load<String>(value));
    if (type.flags & kNamed && type.name != "string"_s) out.text("\"");
    return true;
  default: return false;
  }
  out.bytes(line.text, size_t(line.used));
  return true;
}

// Whether gc keeps such a value itself, instead of its address, in an interface.
bool isPointerShaped(const Type& type) {
  switch (type.kind) {
  case Kind::Pointer:
  case Kind::UnsafePointer:
  case Kind::Chan:
  case Kind::Map:
  case Kind::Func: return true;
  case Kind::Array: return type.len == 1 && isPointerShaped(*type.elem);
  case Kind::Struct: return type.fieldCount == 1 && isPointerShaped(*type.fields[0].type);
  default: return false;
  }
}

bool isPredeclared(const Type& type) { return type.pkgPath.len == 0; }

void printValue(base::StderrWriter& out, const Any& v) {
  const Type& type = *v.type;
  const void* value = valueOf(v.type, &v.data);
  bool custom = !isPredeclared(type);
  bool basic =
      (type.kind >= Kind::Bool && type.kind <= Kind::Complex128) || type.kind == Kind::String;
  if (!basic) {
    out.text("(").bytes(type.name.ptr, size_t(type.name.len)).text(") ");
    // Where the value is: values that are no pointers are at an address, even if they need no
    // memory.
    const void* word = isPointerShaped(type) ? v.data : value;
    out.hex(reinterpret_cast<uintptr_t>(word));
    return;
  }
  // Complex numbers bring their own parentheses.
  const bool isApart = custom && type.kind != Kind::Complex64 && type.kind != Kind::Complex128;
  if (custom) out.bytes(type.name.ptr, size_t(type.name.len));
  if (isApart) out.text("(");
  printBasic(out, type, value);
  if (isApart) out.text(")");
}

// Where gc finds the same data word: boxes of equal constants are one, so the bytes of strings are
// compared by their address, not the boxes.
bool isSameValue(Any a, Any b) {
  if (a.type != b.type || a.data == b.data || !a.type || a.type->kind != Kind::String)
    return a.type == b.type && a.data == b.data;
  const auto& left = *static_cast<const String*>(a.data);
  const auto& right = *static_cast<const String*>(b.data);
  return left.ptr == right.ptr && left.len == right.len;
}

void printChain(base::StderrWriter& out, const Panic* panic, bool isRepeated) {
  if (panic->link) {
    printChain(out, panic->link, panic->repeats);
    if (panic->repeats) return;
    if (!panic->link->goexit) out.text("\t");
  }
  if (panic->goexit) return;
  out.text("panic: ");
  printValue(out, panic->value);
  if (panic->recovered) out.text(isRepeated ? " [recovered, repanicked]" : " [recovered]");
  out.text("\n");
}

} // namespace

void markRepeats(Panic* newest) {
  for (Panic* panic = newest; panic; panic = panic->link) {
    const Panic* old = panic->link;
    panic->repeats = old && !old->goexit && !panic->goexit && isSameValue(old->value, panic->value);
  }
}

void prepareValues(Panic* newest) {
  for (Panic* panic = newest; panic; panic = panic->link) {
    if (!panic->value.type || panic->repeats) continue;
    const Method* method = findMethod(panic->value.type, "Error"_s);
    if (!method) method = findMethod(panic->value.type, "String"_s);
    if (!method) continue;
    auto call = reinterpret_cast<String (*)(void*)>(method->call);
    panic->value = {&type_string, newObject(call(panic->value.data)).raw};
  }
}

void printPanics(const Panic* newest) {
  base::StderrWriter out;
  printChain(out, newest, false);
  for (const Panic* panic = newest; panic; panic = panic->link) {
    if (!panic->signalPc) continue;
    out.text("[signal SIGSEGV: segmentation violation code=0x1 addr=");
    out.hex(panic->signalAddress).text(" pc=").hex(panic->signalPc).text("]\n");
    break;
  }
}

} // namespace mg::panics
