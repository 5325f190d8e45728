// Assignability, conversion and the implicit conversion of untyped values (spec: Assignability,
// Conversions, Constants).
#pragma once

#include "frontend/ast/expr.h"
#include "frontend/ast/node.h"
#include "frontend/types/type_context.h"

#include <string>

namespace minigo {

// The part of an operand that the relations look at.
struct ValueInfo {
  ast::Mode mode;
  const Type* type;
  const Constant* constant = nullptr; // with Mode::Constant
};

// Whether x can be assigned to a variable of type T. *cause, if given, may receive an explanation,
// which gc prints behind a colon.
bool assignableTo(TypeContext& context, const ValueInfo& x, const Type* T,
                  std::string* cause = nullptr);

// Why a constant does not fit a type; decides gc's wording.
enum class Misfit : uint8_t {
  None,
  Mismatch,        // "cannot use … as … value in …", "mismatched types"
  TruncatedFloat,  // "… truncated to T"
  NumericOverflow, // "… overflows T"
  InvalidConstant, // "cannot convert … to type T"
};

// The type that an untyped value x takes when `target` is expected (spec: Constants; nil, untyped
// bool too). If misfit is not None there is none.
struct Implicit {
  const Type* type = nullptr;
  const Constant* constant = nullptr; // the rounded value of a constant, else null
  Misfit misfit = Misfit::None;
};
Implicit implicitType(TypeContext& context, const ValueInfo& x, const Type* target);

// The value of constant x as basic type `type` holds it, or why it does not.
Implicit representation(TypeContext& context, const ValueInfo& x, const Basic* type);

// Whether x, not a constant or T not a type for constants, converts to T by T(x).
bool convertibleTo(TypeContext& context, const ValueInfo& x, const Type* T,
                   std::string* cause = nullptr);
// T(x) for a constant x and a T that is no type parameter: whether it is a constant conversion that
// succeeds; the value is in *result (on failure, what became of it). Numeric, string and integer to
// string conversions.
bool convertConstant(TypeContext& context, const Constant* x, const Type* from, const Type* T,
                     const Constant** result);

} // namespace minigo
