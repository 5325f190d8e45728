// Run-time errors as Go values. Each type here has the methods Error and RuntimeError, so it
// implements error and runtime.Error. The values of errorString and plainError are strings whose
// data word points to the text, as for every string in an interface.
#include "runtime/panic/runtime_error.h"

#include "minigo/heap.h"
#include "minigo/iface.h"
#include "minigo/loop_slice.h"
#include "minigo/panic.h"
#include "minigo/string.h"
#include "runtime/panic/fatal.h"
#include "runtime/types/describe.h"
#include "runtime/types/error_value.h"
#include "runtime/value/text.h"

namespace mg {

namespace {

void runtimeErrorMark(void*) {}

String prefixedText(void* self) { return "runtime error: "_s + *static_cast<String*>(self); }
String plainText(void* self) { return *static_cast<String*>(self); }

template <String (*Error)(void*)>
const Method kMethods[] = {
    {"Error"_s, String(), &type_stringFunc, reinterpret_cast<void (*)()>(Error)},
    {"RuntimeError"_s, String(), &type_plainFunc, reinterpret_cast<void (*)()>(&runtimeErrorMark)},
};

struct AddressError : ErrorText {
  Uintptr address;
};

Uintptr faultAddress(void* self) { return static_cast<AddressError*>(self)->address; }

const Method kAddressMethods[] = {
    {"Addr"_s, String(), &type_uintptrFunc, reinterpret_cast<void (*)()>(&faultAddress)},
    {"Error"_s, String(), &type_stringFunc, reinterpret_cast<void (*)()>(&prefixedText)},
    {"RuntimeError"_s, String(), &type_plainFunc, reinterpret_cast<void (*)()>(&runtimeErrorMark)},
};

Type stringType(String name, const Method* methods) {
  Type type{};
  type.size = sizeof(String);
  type.hash = typeHash(name);
  type.kind = Kind::String;
  type.align = alignof(String);
  type.flags = kNamed | kComparable;
  type.name = name;
  type.pkgPath = "runtime"_s;
  type.methods = methods;
  type.methodCount = 2;
  return type;
}

Type boundsType() {
  Type type = errorStruct("runtime.boundsError"_s, "runtime"_s, sizeof(ErrorText));
  type.methods = kMethods<&prefixedText>;
  type.methodCount = 2;
  return type;
}

// Made at first use: a start-up constructor would be paid for by every program.
const Type& addressErrorType() {
  static const Type type = [] {
    Type made = errorStruct("runtime.errorAddressString"_s, "runtime"_s, sizeof(AddressError));
    made.methods = kAddressMethods;
    made.methodCount = 3;
    return made;
  }();
  return type;
}
const Type& errorStringType() {
  static const Type type = stringType("runtime.errorString"_s, kMethods<&prefixedText>);
  return type;
}
const Type& plainErrorType() {
  static const Type type = stringType("runtime.plainError"_s, kMethods<&plainText>);
  return type;
}
const Type& boundsErrorType() {
  static const Type type = boundsType();
  return type;
}

Any textValue(const Type& type, String text) { return {&type, newObject(text).raw}; }

// An error that is the same value each time, so that a second panic with it is seen to repeat it.
Any fixedValue(const String& text) { return {&errorStringType(), const_cast<String*>(&text)}; }

} // namespace

} // namespace mg

// In a program that names the type, its descriptors are those of package runtime.
namespace go::runtime {

using namespace mg;

[[gnu::weak]] extern const Type type_PanicNilError, type_ptr_PanicNilError;
const Type type_PanicNilError =
    errorStruct("runtime.PanicNilError"_s, "runtime"_s, sizeof(ErrorText));
const Type type_ptr_PanicNilError =
    errorPointer("*runtime.PanicNilError"_s, &type_PanicNilError, kMethods<&plainText>, 2);

} // namespace go::runtime

namespace mg {

namespace panics {

static const String invalidAddress = "invalid memory address or nil pointer dereference"_s;

Any memoryError() { return fixedValue(invalidAddress); }

Any addressError(Uintptr address) {
  return {&addressErrorType(), newObject(AddressError{{invalidAddress}, address}).raw};
}

Any nilPanicError() {
  return textValue(go::runtime::type_ptr_PanicNilError, "panic called with nil argument"_s);
}

void panicBounds(String text) { panic(textValue(boundsErrorType(), text)); }

} // namespace panics

void panicRuntimeError(String text) { panic(textValue(errorStringType(), text)); }

void panicPlainError(String text) { panic(textValue(plainErrorType(), text)); }

void panicIndex(Int index, Int length) {
  if (index >= 0) panicIndex(Uint(index), length);
  Text text; // a negative index is out of any range
  text.add("index out of range ["_s);
  text.addInt(index);
  text.add("]"_s);
  panics::panicBounds(text.str());
}

void panicIndex(Uint index, Int length) {
  Text text;
  text.add("index out of range ["_s);
  text.addUint(index);
  text.add("] with length "_s);
  text.addInt(length);
  panics::panicBounds(text.str());
}

static void panicIfMissing(Int position, Int count) {
  if (count < 0) panicNilDereference();
  if (Uint(position) >= Uint(count)) panicIndex(position, count);
}

void panicLoopIndex(Int i, Int len, Int position, Int count) {
  panicIfMissing(position, count);
  panicIndex(i, len);
}

void panicLoopIndex(Uint i, Int len, Int position, Int count) {
  panicIfMissing(position, count);
  panicIndex(i, len);
}

static Any divideValue() {
  static const String text = "integer divide by zero"_s;
  return fixedValue(text);
}

void panicDivide() { panic(divideValue()); }

Error divideError() { return assertIface<ErrorMethods>(divideValue(), type_error); }

Error overflowError() {
  static const String text = "integer overflow"_s;
  return assertIface<ErrorMethods>(fixedValue(text), type_error);
}

void panicShift() {
  static const String text = "negative shift amount"_s;
  panic(fixedValue(text));
}

} // namespace mg
