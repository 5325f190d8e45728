// Constants against values that Go computed.
#include "frontend/types/constant_pool.h"
#include "frontend/types/universe.h"

#include "gtest/gtest.h"

#include <cmath>
#include <cstdlib>

using namespace minigo;

namespace {

constexpr ast::LitKind LitI = ast::LitKind::Int, LitF = ast::LitKind::Float,
                       LitJ = ast::LitKind::Imag, LitR = ast::LitKind::Rune,
                       LitS = ast::LitKind::String;

struct LiteralRow {
  const char* text;
  ast::LitKind kind;
  const char *string, *exact, *integer, *float64, *float32;
};
constexpr LiteralRow kLiterals[] = {
#include "test/frontend/constant_literals.inc"
};

struct OperationRow {
  const char* x;
  ast::LitKind xKind;
  const char* op;
  const char* y;
  ast::LitKind yKind;
  const char *string, *exact, *integer, *float64, *float32;
};
constexpr OperationRow kOperations[] = {
#include "test/frontend/constant_operations.inc"
};

double parsed(const char* text) {
  return std::strcmp(text, "+Inf") == 0   ? HUGE_VAL
         : std::strcmp(text, "-Inf") == 0 ? -HUGE_VAL
                                          : std::strtod(text, nullptr);
}

template <class Row>
void expectValue(ConstantPool& pool, const Constant* value, const Row& row) {
  EXPECT_EQ(value->toString(), row.string);
  if (*row.exact) {
    EXPECT_EQ(value->exactString(), row.exact);
  }
  if (*row.integer) {
    EXPECT_EQ(pool.toInt(value)->exactString(), row.integer);
  }
  if (*row.float64) {
    EXPECT_EQ(value->float64Value(), parsed(row.float64));
    EXPECT_EQ(value->float32Value(), parsed(row.float32));
  }
}

TEST(Constant, LiteralsHaveGosValues) {
  ConstantPool pool;
  for (const LiteralRow& row : kLiterals) {
    SCOPED_TRACE(row.text);
    expectValue(pool, pool.fromLiteral(row.text, row.kind), row);
  }
}

ast::Op opOf(llvm::StringRef spelling) {
  for (int i = 0; i <= static_cast<int>(ast::Op::Shr); ++i)
    if (ast::spelling(static_cast<ast::Op>(i)) == spelling) return static_cast<ast::Op>(i);
  return ast::Op::None;
}

TEST(Constant, OperationsHaveGosResults) {
  ConstantPool pool;
  for (const OperationRow& row : kOperations) {
    SCOPED_TRACE(std::string(row.x) + " " + row.op + " " + row.y);
    const Constant* x = pool.fromLiteral(row.x, row.xKind);
    const Constant* y = pool.fromLiteral(row.y, row.yKind);
    ast::Op op = opOf(row.op);
    const Constant* result = ast::precedence(op) == 3 ? pool.fromBool(pool.compare(x, op, y))
                                                      : pool.binary(x, op, y, true);
    expectValue(pool, result, row);
  }
}

TEST(Constant, ShiftsAreExact) {
  ConstantPool pool;
  const Constant* big = pool.shift(pool.fromInt64(-3), ast::Op::Shl, 200);
  EXPECT_EQ(pool.shift(big, ast::Op::Shr, 200)->exactString(), "-3");
  EXPECT_EQ(pool.shift(pool.fromInt64(-3), ast::Op::Shr, 1)->exactString(), "-2");
  EXPECT_EQ(big->bitLength(), 202u);
}

TEST(Constant, ComplementOfUnsignedStaysInItsSize) {
  ConstantPool pool;
  EXPECT_EQ(pool.unary(ast::Op::Xor, pool.fromInt64(5))->exactString(), "-6");
  EXPECT_EQ(pool.unary(ast::Op::Xor, pool.fromInt64(5), 8)->exactString(), "250");
  EXPECT_EQ(pool.unary(ast::Op::Xor, pool.fromInt64(0), 64)->exactString(), "18446744073709551615");
}

TEST(Constant, UnknownAbsorbs) {
  ConstantPool pool;
  const Constant* one = pool.fromInt64(1);
  EXPECT_EQ(pool.binary(one, ast::Op::Div, pool.fromInt64(0))->kind(), ConstantKind::Unknown);
  EXPECT_EQ(pool.binary(pool.unknown(), ast::Op::Add, one)->kind(), ConstantKind::Unknown);
  EXPECT_FALSE(pool.compare(pool.unknown(), ast::Op::Neq, one));
  EXPECT_EQ(pool.fromLiteral("1e9999999999", LitF)->kind(), ConstantKind::Unknown);
}

bool fits(ConstantPool& pool, const char* literal, ast::LitKind kind, BasicKind type,
          std::string* rounded = nullptr) {
  const Constant* value = pool.fromLiteral(literal, kind);
  bool result = pool.representable(value, basicType(type), &value);
  if (rounded) *rounded = value->exactString();
  return result;
}

TEST(Constant, RepresentableAtTheLimits) {
  ConstantPool pool;
  EXPECT_TRUE(fits(pool, "255", LitI, BasicKind::Uint8));
  EXPECT_FALSE(fits(pool, "256", LitI, BasicKind::Uint8));
  EXPECT_TRUE(fits(pool, "9223372036854775807", LitI, BasicKind::Int));
  EXPECT_FALSE(fits(pool, "9223372036854775808", LitI, BasicKind::Int64));
  EXPECT_TRUE(fits(pool, "18446744073709551615", LitI, BasicKind::Uint64));
  EXPECT_FALSE(fits(pool, "18446744073709551616", LitI, BasicKind::Uintptr));
  EXPECT_TRUE(fits(pool, "1.0", LitF, BasicKind::Int));
  EXPECT_FALSE(fits(pool, "1.5", LitF, BasicKind::Int));
  EXPECT_FALSE(fits(pool, "1e39", LitF, BasicKind::Float32));
  EXPECT_TRUE(fits(pool, "1e-1000", LitF, BasicKind::Float64));
  EXPECT_FALSE(fits(pool, "1", LitI, BasicKind::String));
  std::string rounded;
  EXPECT_TRUE(fits(pool, "16777217", LitI, BasicKind::Float32, &rounded));
  EXPECT_EQ(rounded, "16777216");
  EXPECT_TRUE(fits(pool, "0i", LitJ, BasicKind::Int, &rounded));
  EXPECT_EQ(rounded, "0");
}

// 1 + 2^-53 + a little is above the middle of two doubles; a rounding through fewer bits would lose
// the little.
TEST(Constant, RoundsOnce) {
  ConstantPool pool;
  const Constant* one = pool.fromInt64(1);
  auto power = [&](unsigned n) {
    return pool.binary(one, ast::Op::Div, pool.toFloat(pool.shift(one, ast::Op::Shl, n)));
  };
  const Constant* middle = pool.binary(one, ast::Op::Add, power(53));
  EXPECT_EQ(middle->float64Value(), 1.0);
  EXPECT_EQ(pool.binary(middle, ast::Op::Add, power(900))->float64Value(), 1.0 + 0x1p-52);
}

TEST(Constant, LongConcatenation) {
  ConstantPool pool;
  const Constant* text = pool.fromString("");
  for (int i = 0; i < 20000; ++i)
    text = pool.binary(text, ast::Op::Add, pool.fromString("ab"));
  EXPECT_EQ(text->stringValue().size(), 40000u);
  EXPECT_TRUE(text->stringValue().ends_with("abab"));
}

TEST(Constant, MalformedQuotesAreRefused) {
  for (const char* bad : {"\"", "\"\\q\"", "\"\\x1\"", "\"\\400\"", "'", "\"\\'\""})
    EXPECT_FALSE(unquote(bad)) << bad;
  EXPECT_EQ(unquote("`a\r\nb`"), "a\nb");
}

} // namespace
