// Exact constant values (spec: Constants), on GMP and MPFR. Immutable; owned by a ConstantPool.
#pragma once

#include "llvm/ADT/StringRef.h"

#include <cstdint>
#include <optional>
#include <string>

namespace minigo {

namespace ast {
enum class Op : uint8_t;
}

class ConstantPool;

enum class ConstantKind : uint8_t { Unknown, Bool, String, Int, Float, Complex };

// The value of a constant expression. Kinds Int, Float and Complex are as small as the value allows
// when normalised: an integral Float compares equal to the Int. Unknown stands for a value after an
// error and absorbs every operation.
class Constant {
public:
  ConstantKind kind() const { return kind_; }

  bool boolValue() const;                    // kind Bool; false if Unknown
  llvm::StringRef stringValue() const;       // kind String: any bytes; empty if Unknown
  std::optional<int64_t> int64Value() const; // kind Int, if it fits
  std::optional<uint64_t> uint64Value() const;
  double float64Value() const; // nearest double, ±Inf when too large; kinds Int and Float
  float float32Value() const;
  const Constant* real(ConstantPool& pool) const; // numeric kinds
  const Constant* imag(ConstantPool& pool) const;
  int sign() const;           // -1, 0, 1; of a complex value 0 only if both parts are 0
  unsigned bitLength() const; // kind Int: of the absolute value

  // As gc spells it in messages (strings shortened, floats in %.6g style), and exactly.
  std::string toString() const;
  std::string exactString() const;

protected:
  explicit Constant(ConstantKind kind) : kind_(kind) {}
  ConstantKind kind_;
};

} // namespace minigo
