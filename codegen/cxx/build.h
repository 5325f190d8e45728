// Makes nodes of the C++ tree. Every function returns a new node in the builder's arena; lists that
// are passed in are copied there.
//
//   Builder b(arena);
//   b.varStmt(b.rt("Int"), n, b.member(b.name(xs), b.names.runtime("len")));
//   b.call(b.rtName("panicIndex"), {b.name(i), b.name(n)});
#pragma once

#include "codegen/cxx/unit.h"

namespace minigo::cxx {

class Builder {
public:
  explicit Builder(Arena& arena) : names(arena), arena_(arena) {}

  NameMaker names;
  Arena& arena() const { return arena_; }

  // --- Names
  QualifiedName qualified(llvm::ArrayRef<Name> parts, bool global = false);
  // mg::name
  QualifiedName rtQualified(llvm::StringRef name);

  // --- Types
  NamedType* named(Name name);
  NamedType* named(QualifiedName name, llvm::ArrayRef<TemplateArg> args = {});
  // mg::name<args…>
  NamedType* rt(llvm::StringRef name, llvm::ArrayRef<TemplateArg> args = {});
  // mg::name<elem>
  NamedType* rtOf(llvm::StringRef name, llvm::ArrayRef<Type*> elems);
  // A type of C++ itself: "bool", "void", "char".
  NamedType* builtinType(llvm::StringRef name);
  Type* voidType() { return builtinType("void"); }
  Type* boolType() { return builtinType("bool"); }
  PointerType* pointer(Type* elem);
  ReferenceType* reference(Type* elem);
  ConstType* constant(Type* elem);
  FunctionType* functionType(Type* result, llvm::ArrayRef<Type*> params);
  ArrayType* arrayType(Type* elem, Expr* length = nullptr);
  AutoType* autoType();

  // --- Operands
  NameExpr* name(Name name);
  NameExpr* name(QualifiedName name, llvm::ArrayRef<TemplateArg> args = {});
  // mg::name, mg::name<args…>
  NameExpr* rtName(llvm::StringRef name, llvm::ArrayRef<TemplateArg> args = {});
  NameExpr* rtName(llvm::StringRef name, llvm::ArrayRef<Type*> args);
  IntLit* integer(int64_t value, llvm::StringRef suffix = "");
  IntLit* unsignedInteger(uint64_t value, llvm::StringRef suffix = "",
                          IntForm form = IntForm::Decimal);
  FloatLit* floating(double value, bool isFloat32 = false); // finite
  BoolLit* boolean(bool value);
  CharLit* character(uint32_t codePoint);
  // "bytes"_s: a mg::String constant.
  StringLit* string(llvm::StringRef bytes);
  StringLit* plainString(llvm::StringRef bytes); // a C string literal
  NullLit* null();

  // --- Expressions
  CallExpr* call(Expr* callee, ExprList args = {});
  CallExpr* call(Name callee, ExprList args = {});
  // mg::function(args…)
  CallExpr* rtCall(llvm::StringRef function, ExprList args = {});
  // mg::function<types…>(args…)
  CallExpr* rtCall(llvm::StringRef function, llvm::ArrayRef<Type*> types, ExprList args);
  // base.method(args…)
  CallExpr* methodCall(Expr* base, llvm::StringRef method, ExprList args = {});
  ConstructExpr* construct(Type* type, ExprList values = {});             // T{a, b}
  ConstructExpr* constructFields(Type* type, llvm::ArrayRef<Init> inits); // T{.x = a}
  ConstructExpr* convert(Type* type, Expr* x);                            // T(x)
  InitList* initList(ExprList values = {}, bool oneLineEach = false);     // {a, b}
  InitList* initFields(llvm::ArrayRef<Init> inits, bool oneLineEach = false);
  MemberExpr* member(Expr* base, Name name);                   // base.name
  MemberExpr* member(Expr* base, llvm::StringRef runtimeName); // base.len
  MemberExpr* arrow(Expr* base, Name name);                    // base->name
  MemberExpr* arrow(Expr* base, llvm::StringRef runtimeName);
  IndexExpr* index(Expr* base, Expr* index);
  UnaryExpr* unary(UnaryOp op, Expr* x);
  UnaryExpr* deref(Expr* x) { return unary(UnaryOp::Deref, x); }
  UnaryExpr* addressOf(Expr* x) { return unary(UnaryOp::AddressOf, x); }
  BinaryExpr* binary(BinaryOp op, Expr* x, Expr* y);
  BinaryExpr* assign(Expr* to, Expr* value) { return binary(BinaryOp::Assign, to, value); }
  ConditionalExpr* conditional(Expr* cond, Expr* yes, Expr* no);
  CastExpr* staticCast(Type* type, Expr* x);
  CastExpr* reinterpretCast(Type* type, Expr* x);
  LambdaExpr* lambda(llvm::ArrayRef<Capture> captures, llvm::ArrayRef<Param> params, Type* result,
                     BlockStmt* body, CaptureDefault captureDefault = CaptureDefault::None,
                     bool isMutable = false);
  TypeTraitExpr* sizeOf(Type* type);
  TypeTraitExpr* alignOf(Type* type);
  OffsetofExpr* offsetOf(Type* type, Name field);
  StmtExpr* stmtExpr(StmtList stmts);

  // --- Statements
  ExprStmt* exprStmt(Expr* x);
  VarStmt* varStmt(Type* type, Name name, Expr* init, uint16_t specifiers = 0); // T x = init;
  VarStmt* varBraces(Type* type, Name name, ExprList values = {},
                     uint16_t specifiers = 0); // T x{…};
  BindingStmt* binding(llvm::ArrayRef<Name> names, Expr* init, uint16_t specifiers = 0);
  BlockStmt* block(StmtList stmts);
  IfStmt* ifStmt(Expr* cond, BlockStmt* then, Stmt* otherwise = nullptr, Stmt* init = nullptr,
                 Likely likely = Likely::Unknown);
  ForStmt* forStmt(Stmt* init, Expr* cond, Expr* post, BlockStmt* body,
                   llvm::ArrayRef<VarStmt*> more = {});
  RangeForStmt* rangeForStmt(VarStmt* element, Expr* range, BlockStmt* body);
  WhileStmt* whileStmt(Expr* cond, BlockStmt* body);
  DoStmt* doStmt(BlockStmt* body, Expr* cond);
  SwitchStmt* switchStmt(Expr* value, llvm::ArrayRef<SwitchCase> cases);
  ReturnStmt* returnStmt(Expr* value = nullptr);
  BreakStmt* breakStmt();
  ContinueStmt* continueStmt();
  GotoStmt* gotoStmt(Name label);
  LabelStmt* labelStmt(Name label, bool maybeUnused = false);
  CommentStmt* comment(llvm::StringRef text);

  // --- Declarations
  Function* function(Type* result, Name name, llvm::ArrayRef<Param> params, BlockStmt* body,
                     uint16_t specifiers = 0);
  Variable* variable(Type* type, Name name, Expr* init, uint16_t specifiers = 0);
  Struct* structDecl(Name name, Type* base, llvm::ArrayRef<StructField> fields);
  UsingDecl* usingDecl(Name name, Type* type);
  Declaration* declaration(Decl* of);
  TraitDecl* trait(QualifiedName name, Type* type, bool value);
  GuardedDecl* guarded(Name guard, llvm::ArrayRef<Decl*> decls);
  MacroDecl* macro(llvm::StringRef name, ExprList args);

  template <class T>
  llvm::ArrayRef<T> copy(llvm::ArrayRef<T> elements) {
    return arena_.copy(elements);
  }

private:
  llvm::ArrayRef<Init> positional(ExprList values);
  Arena& arena_;
};

} // namespace minigo::cxx
