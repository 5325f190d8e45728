// Making constants and computing with them (spec: Constants, Constant expressions).
//
// Values are exact where gc's are: integers always, rationals while numerator and denominator are
// small (below 4096 bits), else floats with a mantissa of 512 bits. Operations never fail: what has
// no value (x/0, a float too large for any exponent) is Unknown, and Unknown absorbs everything.
#pragma once

#include "frontend/ast/arena.h"
#include "frontend/ast/expr.h"
#include "frontend/types/constant.h"
#include "frontend/types/type.h"

#include <memory>

namespace minigo {

class ConstantPool {
public:
  ConstantPool();
  ~ConstantPool();
  ConstantPool(const ConstantPool&) = delete;
  ConstantPool& operator=(const ConstantPool&) = delete;

  const Constant* unknown();
  const Constant* fromBool(bool value);
  const Constant* fromString(llvm::StringRef bytes); // copied
  const Constant* fromInt64(int64_t value);
  const Constant* fromUint64(uint64_t value);
  const Constant* fromFloat64(double value); // Unknown for infinities and NaN
  // The value of a well-formed literal as written in the source; Unknown if it is malformed.
  const Constant* fromLiteral(llvm::StringRef text, ast::LitKind kind);
  // re + im*i for kinds Int and Float.
  const Constant* makeComplex(const Constant* re, const Constant* im);

  // op x: + - ! ^. bits limits the result of ^ for unsigned types of that size; 0: no limit.
  const Constant* unary(ast::Op op, const Constant* x, unsigned bits = 0);
  // x op y for + - * / % & | ^ &^ && || and string +. intDivision: `/` on integers truncates;
  // without it the quotient is exact. Kinds are matched first; y must not be 0 for / and %.
  const Constant* binary(const Constant* x, ast::Op op, const Constant* y,
                         bool intDivision = false);
  // x << count or x >> count, x of kind Int (or Unknown).
  const Constant* shift(const Constant* x, ast::Op op, unsigned count);
  // x op y for == != < <= > >=; false if either is Unknown.
  bool compare(const Constant* x, ast::Op op, const Constant* y);

  // The same value in another kind, or Unknown if it has none there (1.5 as Int, 1i as Float).
  const Constant* toInt(const Constant* x);
  const Constant* toFloat(const Constant* x);
  const Constant* toComplex(const Constant* x);
  // Rounded to nearest even; null on overflow. For kinds Int and Float.
  const Constant* roundToFloat32(const Constant* x);
  const Constant* roundToFloat64(const Constant* x);

  // Whether x is representable as a value of the basic type (spec: Representability). If so,
  // *rounded, if given, is the value as the type holds it. True for Unknown.
  bool representable(const Constant* x, const Basic* type, const Constant** rounded = nullptr);

  struct Storage;

private:
  friend class Constant;
  std::unique_ptr<Storage> storage_;
};

// Unquotes a Go string, raw string or rune literal; nullopt if malformed.
std::optional<std::string> unquote(llvm::StringRef literal);
// Quotes as strconv.Quote does.
std::string quote(llvm::StringRef bytes);

} // namespace minigo
