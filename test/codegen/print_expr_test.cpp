// Expressions, types and literals as the printer spells them.
#include "codegen/cxx/build.h"
#include "codegen/print/printer.h"

#include <gtest/gtest.h>

#include <limits>

using namespace minigo;
using namespace minigo::cxx;

namespace {

class PrintExpr : public testing::Test {
protected:
  Arena arena;
  Builder b{arena};

  Expr* n(const char* name) { return b.name(b.names.identifier(name)); }
  std::string text(const Expr* e) { return print::printExpr(e); }
  std::string text(const Type* t) { return print::printType(t); }
};

TEST_F(PrintExpr, ParenthesesFollowPrecedence) {
  Expr* sum = b.binary(BinaryOp::Add, n("a"), n("b"));
  EXPECT_EQ(text(b.binary(BinaryOp::Mul, sum, n("c"))), "(a + b) * c");
  EXPECT_EQ(text(b.binary(BinaryOp::Sub, n("c"), sum)), "c - (a + b)");
  EXPECT_EQ(text(b.binary(BinaryOp::Sub, sum, n("c"))), "a + b - c");
  EXPECT_EQ(text(b.unary(UnaryOp::Minus, sum)), "-(a + b)");
  EXPECT_EQ(text(b.member(b.deref(n("p")), "len")), "(*p).len");
  EXPECT_EQ(text(b.index(b.deref(n("p")), sum)), "(*p)[a + b]");
  EXPECT_EQ(text(b.assign(n("x"), b.assign(n("y"), sum))), "x = y = a + b");
  EXPECT_EQ(text(b.call(n("f"), {b.binary(BinaryOp::Comma, n("a"), n("b"))})), "f((a, b))");
  EXPECT_EQ(text(b.conditional(b.conditional(n("a"), n("b"), n("c")), n("d"), sum)),
            "(a ? b : c) ? d : a + b");
}

// What -Wparentheses asks for, although the grammar does not.
TEST_F(PrintExpr, ParenthesesForReaders) {
  Expr* both = b.binary(BinaryOp::AndAnd, n("a"), n("b"));
  EXPECT_EQ(text(b.binary(BinaryOp::OrOr, both, n("c"))), "(a && b) || c");
  Expr* sum = b.binary(BinaryOp::Add, n("a"), n("b"));
  EXPECT_EQ(text(b.binary(BinaryOp::Shl, sum, n("c"))), "(a + b) << c");
  EXPECT_EQ(text(b.binary(BinaryOp::BitOr, sum, n("c"))), "(a + b) | c");
  Expr* less = b.binary(BinaryOp::Less, n("a"), n("b"));
  EXPECT_EQ(text(b.binary(BinaryOp::Eq, less, n("c"))), "(a < b) == c");
  EXPECT_EQ(text(b.binary(BinaryOp::Eq, b.unary(UnaryOp::Not, n("a")), n("c"))), "(!a) == c");
}

TEST_F(PrintExpr, SignsDoNotMerge) {
  EXPECT_EQ(text(b.unary(UnaryOp::Minus, b.integer(-1))), "-(-1)");
  EXPECT_EQ(text(b.unary(UnaryOp::Minus, b.unary(UnaryOp::Minus, n("x")))), "-(-x)");
  EXPECT_EQ(text(b.binary(BinaryOp::Sub, n("x"), b.integer(-1))), "x - -1");
  EXPECT_EQ(text(b.member(b.integer(-1), "x")), "(-1).x");
}

TEST_F(PrintExpr, Integers) {
  EXPECT_EQ(text(b.integer(0)), "0");
  EXPECT_EQ(text(b.integer(42, "l")), "42l");
  EXPECT_EQ(text(b.integer(std::numeric_limits<int64_t>::min())), "-9223372036854775807 - 1");
  EXPECT_EQ(text(b.binary(BinaryOp::Mul, b.integer(std::numeric_limits<int64_t>::min()), n("x"))),
            "(-9223372036854775807 - 1) * x");
  EXPECT_EQ(text(b.unsignedInteger(~uint64_t(0), "u")), "18446744073709551615u");
  EXPECT_EQ(text(b.unsignedInteger(255, "u", IntForm::Hex)), "0xffu");
}

TEST_F(PrintExpr, FloatsReadBackAsTheSameValue) {
  EXPECT_EQ(text(b.floating(1)), "1.0");
  EXPECT_EQ(text(b.floating(0.1)), "0.1");
  EXPECT_EQ(text(b.floating(-2.5)), "-2.5");
  EXPECT_EQ(text(b.floating(1e100)), "1e+100");
  EXPECT_EQ(text(b.floating(0.1f, true)), "0.1f");
  EXPECT_EQ(text(b.floating(5e-324)), "5e-324");
}

TEST_F(PrintExpr, Strings) {
  EXPECT_EQ(text(b.string("hi\n\"there\"\\")), R"("hi\n\"there\"\\"_s)");
  EXPECT_EQ(text(b.string("世界")), "\"世界\"_s");
  // No escape may run into a digit that follows it, and invalid UTF-8 keeps its bytes.
  EXPECT_EQ(text(b.string(llvm::StringRef("\0001", 2))), R"("\0001"_s)");
  EXPECT_EQ(text(b.string("\xff\x80")), R"("\377\200"_s)");
  EXPECT_EQ(text(b.string("a?"
                          "?=b")),
            R"("a?\?=b"_s)");
  // Characters that turn the direction of writing are spelled out.
  EXPECT_EQ(text(b.string("\u202e")), R"("\342\200\256"_s)");
  EXPECT_EQ(text(b.plainString("x")), "\"x\"");
}

TEST_F(PrintExpr, Characters) {
  EXPECT_EQ(text(b.character('a')), "'a'");
  EXPECT_EQ(text(b.character('\'')), R"('\'')");
  EXPECT_EQ(text(b.character(0)), R"('\000')");
  EXPECT_EQ(text(b.character(0x4e16)), "U'世'");
  EXPECT_EQ(text(b.character(0x202e)), "0x202e");
}

TEST_F(PrintExpr, CallsAndConstructions) {
  Type* point = b.named(b.names.identifier("Point"));
  EXPECT_EQ(text(b.rtCall("makeSlice", b.rt("Int"), {b.integer(3)})), "mg::makeSlice<mg::Int>(3)");
  EXPECT_EQ(text(b.construct(point)), "Point{}");
  EXPECT_EQ(text(b.constructFields(point, {{b.names.identifier("x"), b.integer(1)}})),
            "Point{.x = 1}");
  EXPECT_EQ(text(b.convert(b.rt("Int8"), n("x"))), "mg::Int8(x)");
  EXPECT_EQ(text(b.staticCast(b.pointer(point), n("p"))), "static_cast<Point*>(p)");
  EXPECT_EQ(text(b.methodCall(b.arrow(n("p"), "next"), "len")), "p->next.len()");
  EXPECT_EQ(text(b.offsetOf(point, b.names.identifier("x"))), "__builtin_offsetof(Point, x)");
}

TEST_F(PrintExpr, Lambdas) {
  Capture byReference{b.names.identifier("x"), true, nullptr};
  Param param{b.rt("Int"), b.names.identifier("a")};
  EXPECT_EQ(text(b.lambda(byReference, param, b.rt("Int"), b.block(b.returnStmt(n("a"))))),
            "[&x](mg::Int a) -> mg::Int {\n  return a;\n}");
  EXPECT_EQ(text(b.lambda({}, {}, nullptr, b.block({}), CaptureDefault::ByReference)), "[&] {}");
}

TEST_F(PrintExpr, Types) {
  Type* function = b.functionType(b.voidType(), {b.rt("Int"), b.rtOf("Slice", b.rt("Byte"))});
  EXPECT_EQ(text(b.rtOf("Func", function)), "mg::Func<void(mg::Int, mg::Slice<mg::Byte>)>");
  EXPECT_EQ(text(b.pointer(function)), "void (*)(mg::Int, mg::Slice<mg::Byte>)");
  EXPECT_EQ(text(b.pointer(b.arrayType(b.rt("Int"), b.integer(3)))), "mg::Int (*)[3]");
  EXPECT_EQ(text(b.constant(b.pointer(b.constant(b.rt("Type"))))), "const mg::Type* const");
  EXPECT_EQ(text(b.rt("Array", {{b.rt("Int"), nullptr}, {nullptr, b.integer(4)}})),
            "mg::Array<mg::Int, 4>");
}

TEST_F(PrintExpr, ReservedWordsAreRenamed) {
  for (const char* word : {"register", "errno", "mg", "NULL", "__x", "_Bool"})
    EXPECT_EQ(b.names.identifier(word).text(), std::string(word) + "_");
  EXPECT_EQ(b.names.identifier("größe").text(), "größe");
}

} // namespace
