#include "runtime/fmt/formatter_state.h"

#include "minigo/heap.h"
#include "runtime/types/describe.h"
#include "runtime/types/error_value.h"

namespace mg::fmt {

namespace {

// The descriptors below let a Format method pass its State on as an io.Writer.
constexpr Type funcType(String name, const Type* const* signature, Int parameters, Int results) {
  Type type{};
  type.size = sizeof(void*);
  type.hash = typeHash(name);
  type.kind = Kind::Func;
  type.align = alignof(void*);
  type.flags = kInWord;
  type.name = name;
  type.len = parameters;
  type.signature = signature;
  type.resultCount = results;
  return type;
}

constexpr Type byteSliceType() {
  Type type{};
  type.size = sizeof(Slice<Byte>);
  type.hash = typeHash("[]uint8"_s);
  type.kind = Kind::Slice;
  type.align = alignof(Slice<Byte>);
  type.name = "[]uint8"_s;
  type.elem = &type_uint8;
  return type;
}

constinit const Type kByteSlice = byteSliceType();
constexpr const Type* kFlagSignature[] = {&type_int, &type_bool};
constinit const Type kFlagType = funcType("func(int) bool"_s, kFlagSignature, 1, 1);
constexpr const Type* kNumberSignature[] = {&type_int, &type_bool};
constinit const Type kNumberType = funcType("func() (int, bool)"_s, kNumberSignature, 0, 2);
constexpr const Type* kWriteSignature[] = {&kByteSlice, &type_int, &type_error};
constinit const Type kWriteType = funcType("func([]uint8) (int, error)"_s, kWriteSignature, 1, 2);
constexpr const Type* kWriteStringSignature[] = {&type_string, &type_int, &type_error};
constinit const Type kWriteStringType =
    funcType("func(string) (int, error)"_s, kWriteStringSignature, 1, 2);

using Code = void (*)();
const Method kMethods[] = {
    {"Flag"_s, String(), &kFlagType, reinterpret_cast<Code>(&FormatterState::flag)},
    {"Precision"_s, String(), &kNumberType, reinterpret_cast<Code>(&FormatterState::precision)},
    {"Width"_s, String(), &kNumberType, reinterpret_cast<Code>(&FormatterState::width)},
    {"Write"_s, String(), &kWriteType, reinterpret_cast<Code>(&FormatterState::write)},
    {"WriteString"_s, String(), &kWriteStringType,
     reinterpret_cast<Code>(&FormatterState::writeString)},
};
constinit const Type kStruct = errorStruct("fmt.pp"_s, "fmt"_s, sizeof(FormatterState));
const Type kPointer = errorPointer("*fmt.pp"_s, &kStruct, kMethods, 5);

const StateMethods kTable{{&kPointer},
                          &FormatterState::flag,
                          &FormatterState::precision,
                          &FormatterState::width,
                          &FormatterState::write};

} // namespace

FormatterState* FormatterState::make(const Flags& flags) {
  auto* state = static_cast<FormatterState*>(allocate(sizeof(FormatterState), false));
  state->flags_ = flags;
  return state;
}

State FormatterState::iface() { return {&kTable, this}; }

bool FormatterState::flag(void* self, Int c) {
  const Flags& flags = static_cast<FormatterState*>(self)->flags_;
  switch (c) {
  case '-': return flags.minus;
  case '+': return flags.plus || flags.plusV;
  case '#': return flags.sharp || flags.sharpV;
  case ' ': return flags.space;
  case '0': return flags.zero;
  default: return false;
  }
}

Results<Int, bool> FormatterState::precision(void* self) {
  const Flags& flags = static_cast<FormatterState*>(self)->flags_;
  return {flags.precision, flags.hasPrecision};
}

Results<Int, bool> FormatterState::width(void* self) {
  const Flags& flags = static_cast<FormatterState*>(self)->flags_;
  return {flags.width, flags.hasWidth};
}

Results<Int, Error> FormatterState::write(void* self, Slice<Byte> b) {
  auto* state = static_cast<FormatterState*>(self);
  state->text_ = appendSlice(state->text_, b);
  return {b.len, Error{}};
}

Results<Int, Error> FormatterState::writeString(void* self, String s) {
  auto* state = static_cast<FormatterState*>(self);
  state->text_ = appendString(state->text_, s);
  return {s.len, Error{}};
}

// A method is a formatter's when it takes an interface with State's methods and a rune; the type
// fmt.State itself is described by generated code.
const Method* findFormat(const Type* type) {
  for (Int i = 0; i < type->methodCount; ++i) {
    const Method& method = type->methods[i];
    if (!(method.name == "Format"_s) || method.pkgPath.len) continue;
    const Type* signature = method.type;
    if (signature->len != 2 || signature->resultCount != 0) return nullptr;
    bool takesState = signature->signature[0]->name == "fmt.State"_s &&
                      signature->signature[0]->pkgPath == "fmt"_s;
    return takesState && signature->signature[1] == &type_int32 ? &method : nullptr;
  }
  return nullptr;
}

} // namespace mg::fmt
