// Statements, declarations and files as the printer lays them out.
#include "codegen/cxx/build.h"
#include "codegen/cxx/verify.h"
#include "codegen/print/line_map.h"
#include "codegen/print/printer.h"
#include "frontend/source/source_file.h"

#include <gtest/gtest.h>

using namespace minigo;
using namespace minigo::cxx;

namespace {

class PrintStmt : public testing::Test {
protected:
  Arena arena;
  Builder b{arena};

  Name id(llvm::StringRef name) { return b.names.identifier(name); }
  Expr* n(llvm::StringRef name) { return b.name(id(name)); }
  Stmt* call(llvm::StringRef name) { return b.exprStmt(b.call(id(name))); }
  std::string text(const Stmt* s) { return print::printStmt(s); }
  std::string text(const Decl* d) { return print::printDecl(d); }
};

TEST_F(PrintStmt, IfChain) {
  Stmt* init = b.varStmt(b.rt("Int"), id("x"), b.integer(1));
  Stmt* chain =
      b.ifStmt(n("a"), b.block(call("f")), b.ifStmt(n("b"), b.block(call("g")), b.block(call("h"))),
               init, Likely::No);
  EXPECT_EQ(text(chain), "if (mg::Int x = 1; a) [[unlikely]] {\n"
                         "  f();\n"
                         "} else if (b) {\n"
                         "  g();\n"
                         "} else {\n"
                         "  h();\n"
                         "}\n");
}

TEST_F(PrintStmt, Loops) {
  VarStmt* more = b.varStmt(b.rt("Int"), id("n"), b.integer(9));
  Stmt* loop = b.forStmt(b.varStmt(b.rt("Int"), id("i"), b.integer(0)),
                         b.binary(BinaryOp::Less, n("i"), n("n")), b.unary(UnaryOp::PreInc, n("i")),
                         b.block(b.continueStmt()), more);
  EXPECT_EQ(text(loop), "for (mg::Int i = 0, n = 9; i < n; ++i) {\n  continue;\n}\n");
  EXPECT_EQ(text(b.forStmt(nullptr, nullptr, nullptr, b.block(b.breakStmt()))),
            "for (;;) {\n  break;\n}\n");
  EXPECT_EQ(text(b.whileStmt(n("a"), b.block({}))), "while (a) {\n}\n");
  EXPECT_EQ(text(b.doStmt(b.block(call("f")), n("a"))), "do {\n  f();\n} while (a);\n");
}

TEST_F(PrintStmt, Switch) {
  Expr* one = b.integer(1);
  Expr* two = b.integer(2);
  SwitchCase first{{}, b.block(b.breakStmt()), false};
  Expr* values[] = {one, two};
  first.values = values;
  SwitchCase last{{}, b.block(call("f")), false};
  EXPECT_EQ(text(b.switchStmt(n("x"), {first, last})), "switch (x) {\n"
                                                       "case 1:\n"
                                                       "case 2:\n"
                                                       "  break;\n"
                                                       "default:\n"
                                                       "  f();\n"
                                                       "}\n");
  // Only a declaration needs a scope of its own.
  cxx::Stmt* declaration = b.varStmt(b.rt("Int"), id("y"), n("x"));
  SwitchCase declares{first.values, b.block({declaration, b.breakStmt()}), false, true};
  EXPECT_EQ(text(b.switchStmt(n("x"), {declares})), "switch (x) {\n"
                                                    "case 1:\n"
                                                    "case 2:\n"
                                                    "default: { // there is no other\n"
                                                    "  mg::Int y = x;\n"
                                                    "  break;\n"
                                                    "}\n"
                                                    "}\n");
}

TEST_F(PrintStmt, LabelAtTheEndOfABlock) {
  EXPECT_EQ(text(b.block({b.gotoStmt(id("done")), b.labelStmt(id("done"))})), "{\n"
                                                                              "  goto done;\n"
                                                                              "done:\n"
                                                                              "  ;\n"
                                                                              "}\n");
}

TEST_F(PrintStmt, Declarations) {
  EXPECT_EQ(text(b.varBraces(b.named(id("Point")), id("p"), {}, kMaybeUnused)),
            "[[maybe_unused]] Point p{};\n");
  EXPECT_EQ(text(b.binding({id("a"), id("b")}, b.call(id("f")))), "auto [a, b] = f();\n");
  Function* f = b.function(b.voidType(), id("f"), {{b.rt("Int"), Name()}}, b.block({}), kInline);
  EXPECT_EQ(text(f), "inline void f(mg::Int) {}\n");
  EXPECT_EQ(text(b.declaration(f)), "inline void f(mg::Int);\n");
  Variable* v = b.variable(b.rt("Int"), id("v"), b.integer(3));
  EXPECT_EQ(text(v), "mg::Int v = 3;\n");
  EXPECT_EQ(text(b.declaration(v)), "extern mg::Int v;\n");
}

TEST_F(PrintStmt, Structs) {
  Struct* s = b.structDecl(id("P"), nullptr,
                           {{b.rt("Int"), id("x"), b.integer(0)},
                            {b.rtOf("Slice", b.rt("Int")), id("y"), b.initList()}});
  s->equality = Equality::Default;
  EXPECT_EQ(text(s), "struct P {\n"
                     "  mg::Int x = 0;\n"
                     "  mg::Slice<mg::Int> y = {};\n"
                     "  bool operator==(const P&) const = default;\n"
                     "};\n");
  EXPECT_EQ(text(b.declaration(s)), "struct P;\n");
}

TEST_F(PrintStmt, LongLinesGoOnFourColumnsIn) {
  llvm::SmallVector<Expr*, 8> args;
  for (int i = 0; i < 8; ++i)
    args.push_back(n("argument_" + std::to_string(i) + "_name"));
  EXPECT_EQ(text(b.returnStmt(b.call(id("function"), args))),
            "return function(argument_0_name, argument_1_name, argument_2_name, argument_3_name, "
            "argument_4_name,\n"
            "    argument_5_name, argument_6_name, argument_7_name);\n");
  Expr* inner = b.call(id("inner"), args);
  EXPECT_EQ(text(b.returnStmt(b.call(id("outer"), {n("first"), inner}))),
            "return outer(first,\n"
            "    inner(argument_0_name, argument_1_name, argument_2_name, argument_3_name, "
            "argument_4_name,\n"
            "        argument_5_name, argument_6_name, argument_7_name));\n");
}

TEST_F(PrintStmt, UnitWithNamespaces) {
  Unit unit;
  unit.comment = "Package main, made by minigo.";
  unit.includes = {"minigo/minigo.h"};
  Name go = b.names.runtime("go"), main = b.names.runtime("main");
  Function* f = b.function(b.voidType(), id("f"), {}, b.block({}));
  f->comment = "main.go:3:6: func f()";
  Name space[] = {go, main};
  unit.add(space, b.usingDecl(id("A"), b.rt("Int")));
  unit.add(space, b.usingDecl(id("B"), b.rt("Int")));
  unit.add(space, f);
  EXPECT_EQ(verify(unit), "");
  EXPECT_EQ(print::printUnit(unit), "// Package main, made by minigo.\n"
                                    "\n"
                                    "#include \"minigo/minigo.h\"\n"
                                    "\n"
                                    "namespace go::main {\n"
                                    "\n"
                                    "using A = mg::Int;\n"
                                    "using B = mg::Int;\n"
                                    "\n"
                                    "// main.go:3:6: func f()\n"
                                    "void f() {}\n"
                                    "\n"
                                    "} // namespace go::main\n");
}

TEST_F(PrintStmt, LineDirectivesOnlyWhereTheLineDiffers) {
  SourceManager sources;
  SourceFile& file =
      sources.add("./main.go", "/src/main.go", llvm::MemoryBuffer::getMemBuffer("a\nb\nc\nd\ne\n"));
  for (uint32_t line = 1; line < 5; ++line)
    file.addLine(line * 2);
  Stmt* first = call("f");
  first->pos = file.at(2);
  Stmt* second = call("g");
  second->pos = file.at(4);
  Stmt* third = call("h");
  third->pos = file.at(8);
  Unit unit;
  unit.fileName = "main.cpp";
  Function* function = b.function(b.voidType(), id("f"), {}, b.block({first, second, third}));
  function->pos = file.at(0);
  unit.add({}, function);
  unit.add({}, b.function(b.voidType(), id("g"), {}, b.block({})));
  print::PrintOptions options{true, &sources, {}};
  EXPECT_EQ(print::printUnit(unit, options), "#line 1 \"/src/main.go\"\n"
                                             "void f() {\n"
                                             "  f();\n"
                                             "  g();\n"
                                             "#line 5\n"
                                             "  h();\n"
                                             "}\n"
                                             "\n"
                                             "#line 10 \"main.cpp\"\n"
                                             "void g() {}\n");
}

TEST_F(PrintStmt, VerifyFindsFaults) {
  auto fault = [&](Decl* decl) {
    Unit unit;
    unit.add({}, decl);
    return verify(unit);
  };
  auto function = [&](Stmt* s) { return b.function(b.voidType(), id("f"), {}, b.block(s)); };
  EXPECT_EQ(fault(function(b.gotoStmt(id("x")))), "function f: goto x has no label");
  EXPECT_EQ(fault(function(b.exprStmt(b.call(id("g"), {nullptr})))),
            "function f: missing expression");
  EXPECT_EQ(fault(function(b.exprStmt(b.unsignedInteger(~uint64_t(0))))),
            "function f: integer literal needs suffix u");
  Unit unit;
  unit.add({}, function(b.returnStmt()));
  unit.add({}, function(b.returnStmt()));
  EXPECT_EQ(verify(unit), "function f: f is defined twice");
}

} // namespace
