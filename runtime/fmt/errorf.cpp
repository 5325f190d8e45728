// fmt.Errorf and the errors it makes: *errors.errorString without %w, *fmt.wrapError with one,
// *fmt.wrapErrors with several.
#include "minigo/fmt.h"
#include "minigo/heap.h"
#include "runtime/fmt/printer.h"
#include "runtime/types/describe.h"
#include "runtime/types/error_value.h"

namespace mg::fmt {

namespace {

struct WrapError : ErrorText {
  Error wrapped;
};
struct WrapErrors : ErrorText {
  Slice<Error> wrapped;
};

Error unwrapOne(void* self) { return static_cast<WrapError*>(self)->wrapped; }
Slice<Error> unwrapAll(void* self) { return static_cast<WrapErrors*>(self)->wrapped; }

constexpr Type resultFunc(String name, const Type* const* result) {
  Type type{};
  type.size = sizeof(void*);
  type.hash = typeHash(name);
  type.kind = Kind::Func;
  type.align = alignof(void*);
  type.flags = kInWord;
  type.name = name;
  type.signature = result;
  type.resultCount = 1;
  return type;
}

constexpr Type errorSliceType() {
  Type type{};
  type.size = sizeof(Slice<Error>);
  type.hash = typeHash("[]error"_s);
  type.kind = Kind::Slice;
  type.align = alignof(Slice<Error>);
  type.name = "[]error"_s;
  type.elem = &type_error;
  return type;
}

constexpr const Type* kErrorResult[] = {&type_error};
constinit const Type kUnwrapOneType = resultFunc("func() error"_s, kErrorResult);
constinit const Type kErrorSlice = errorSliceType();
constexpr const Type* kErrorsResult[] = {&kErrorSlice};
constinit const Type kUnwrapAllType = resultFunc("func() []error"_s, kErrorsResult);

using Code = void (*)();
const Method kPlainMethods[] = {
    {"Error"_s, String(), &type_stringFunc, reinterpret_cast<Code>(&errorText)},
};
const Method kOneMethods[] = {
    {"Error"_s, String(), &type_stringFunc, reinterpret_cast<Code>(&errorText)},
    {"Unwrap"_s, String(), &kUnwrapOneType, reinterpret_cast<Code>(&unwrapOne)},
};
const Method kAllMethods[] = {
    {"Error"_s, String(), &type_stringFunc, reinterpret_cast<Code>(&errorText)},
    {"Unwrap"_s, String(), &kUnwrapAllType, reinterpret_cast<Code>(&unwrapAll)},
};
constinit const Type kPlainStruct =
    errorStruct("errors.errorString"_s, "errors"_s, sizeof(ErrorText));
constinit const Type kOneStruct = errorStruct("fmt.wrapError"_s, "fmt"_s, sizeof(WrapError));
constinit const Type kAllStruct = errorStruct("fmt.wrapErrors"_s, "fmt"_s, sizeof(WrapErrors));
const Type kPlain = errorPointer("*errors.errorString"_s, &kPlainStruct, kPlainMethods, 1);
const Type kOne = errorPointer("*fmt.wrapError"_s, &kOneStruct, kOneMethods, 2);
const Type kAll = errorPointer("*fmt.wrapErrors"_s, &kAllStruct, kAllMethods, 2);

// The operand as an error, nil if it is none.
Error operandError(Any operand) {
  if (!operand.type || !methodTable(&type_error, operand.type)) return {};
  return convertIface<ErrorMethods>(operand, type_error);
}

template <class T>
Error newError(const Type& type, const T& value) {
  return toIface<ErrorMethods>(type_error, type, newObject(value));
}

} // namespace

} // namespace mg::fmt

mg::Error go::fmt::Errorf(mg::String format, mg::Slice<mg::Any> a) {
  using namespace mg::fmt;
  Printer printer;
  printer.errorf(format, a);
  mg::ErrorText text{printer.text().str()};
  if (!printer.wrappedCount()) return newError(kPlain, text);
  if (printer.wrappedCount() == 1)
    return newError(kOne, WrapError{text, operandError(a.ptr[printer.wrapped()[0]])});
  WrapErrors error{text, {}};
  for (mg::Int i = 0; i < printer.wrappedCount(); ++i) {
    mg::Int operand = printer.wrapped()[i];
    if (i > 0 && operand == printer.wrapped()[i - 1]) continue;
    if (mg::Error wrapped = operandError(a.ptr[operand]); wrapped.tab)
      error.wrapped = append(error.wrapped, wrapped);
  }
  return newError(kAll, error);
}
