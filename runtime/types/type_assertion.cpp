// Failed type assertions: *runtime.TypeAssertionError.
#include "minigo/heap.h"
#include "minigo/iface.h"
#include "minigo/panic.h"
#include "runtime/types/describe.h"
#include "runtime/types/error_value.h"
#include "runtime/value/text.h"

namespace mg {

String errorText(void* self) { return static_cast<ErrorText*>(self)->text; }

namespace {

void runtimeErrorMark(void*) {}

const Method kMethods[] = {
    {"Error"_s, String(), &type_stringFunc, reinterpret_cast<void (*)()>(&errorText)},
    {"RuntimeError"_s, String(), &type_plainFunc, reinterpret_cast<void (*)()>(&runtimeErrorMark)},
};

} // namespace

} // namespace mg

// In a program that names the type, its descriptors are those of package runtime.
namespace go::runtime {

using namespace mg;

[[gnu::weak]] extern const Type type_TypeAssertionError, type_ptr_TypeAssertionError;
const Type type_TypeAssertionError =
    errorStruct("runtime.TypeAssertionError"_s, "runtime"_s, sizeof(ErrorText));
const Type type_ptr_TypeAssertionError =
    errorPointer("*runtime.TypeAssertionError"_s, &type_TypeAssertionError, kMethods, 2);

} // namespace go::runtime

namespace mg {

namespace {

[[noreturn]] void panicAssertion(const Text& text) {
  Ptr<ErrorText> error = newObject(ErrorText{text.str()});
  panic(toAny(go::runtime::type_ptr_TypeAssertionError, error));
}

} // namespace

void panicAssertType(const Type* operand, const Type* dynamic, const Type* want) {
  Text text;
  text.add("interface conversion: "_s);
  text.add(operand->name);
  text.add(" is "_s);
  text.add(dynamic ? dynamic->name : "nil"_s);
  text.add(", not "_s);
  text.add(want->name);
  if (dynamic && dynamic->name == want->name)
    text.add(dynamic->pkgPath == want->pkgPath ? " (types from different scopes)"_s
                                               : " (types from different packages)"_s);
  panicAssertion(text);
}

void panicNilReceiver(String type, String method) {
  Int dot = type.len;
  while (dot > 0 && type[dot - 1] != '.')
    --dot;
  panicPlainError(concat({"value method "_s, type, "."_s, method, " called using nil *"_s,
                          slice(type, dot), " pointer"_s}));
}

void panicAssertIface(const Type* dynamic, const Type* want) {
  Text text;
  text.add("interface conversion: "_s);
  if (!dynamic) {
    text.add("interface is nil, not "_s);
    text.add(want->name);
    panicAssertion(text);
  }
  String missing;
  methodTable(want, dynamic, &missing);
  text.add(dynamic->name);
  text.add(" is not "_s);
  text.add(want->name);
  text.add(": missing method "_s);
  text.add(missing);
  panicAssertion(text);
}

} // namespace mg
