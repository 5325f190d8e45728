#include "codegen/cxx/build.h"

#include "llvm/ADT/SmallVector.h"

namespace minigo::cxx {

using llvm::ArrayRef;
using llvm::SmallVector;
using llvm::StringRef;

// --- Names

QualifiedName Builder::qualified(ArrayRef<Name> parts, bool global) {
  return {copy(parts), global};
}

QualifiedName Builder::rtQualified(StringRef name) {
  return qualified({names.runtime("mg"), names.runtime(name)});
}

// --- Types

NamedType* Builder::named(Name name) { return named(qualified(name)); }

NamedType* Builder::named(QualifiedName name, ArrayRef<TemplateArg> args) {
  return arena_.make<NamedType>(name, copy(args));
}

NamedType* Builder::rt(StringRef name, ArrayRef<TemplateArg> args) {
  return named(rtQualified(name), args);
}

NamedType* Builder::rtOf(StringRef name, ArrayRef<Type*> elems) {
  SmallVector<TemplateArg, 4> args;
  for (Type* elem : elems)
    args.push_back({elem, nullptr});
  return rt(name, args);
}

NamedType* Builder::builtinType(StringRef name) { return named(names.runtime(name)); }

PointerType* Builder::pointer(Type* elem) { return arena_.make<PointerType>(elem); }
ReferenceType* Builder::reference(Type* elem) { return arena_.make<ReferenceType>(elem); }
ConstType* Builder::constant(Type* elem) { return arena_.make<ConstType>(elem); }

FunctionType* Builder::functionType(Type* result, ArrayRef<Type*> params) {
  return arena_.make<FunctionType>(result, copy(params));
}

ArrayType* Builder::arrayType(Type* elem, Expr* length) {
  return arena_.make<ArrayType>(elem, length);
}

AutoType* Builder::autoType() { return arena_.make<AutoType>(); }

// --- Operands

NameExpr* Builder::name(Name name) { return this->name(qualified(name)); }

NameExpr* Builder::name(QualifiedName name, ArrayRef<TemplateArg> args) {
  return arena_.make<NameExpr>(name, copy(args));
}

NameExpr* Builder::rtName(StringRef name, ArrayRef<TemplateArg> args) {
  return this->name(rtQualified(name), args);
}

NameExpr* Builder::rtName(StringRef name, ArrayRef<Type*> types) {
  SmallVector<TemplateArg, 4> args;
  for (Type* type : types)
    args.push_back({type, nullptr});
  return rtName(name, ArrayRef<TemplateArg>(args));
}

IntLit* Builder::integer(int64_t value, StringRef suffix) {
  bool negative = value < 0;
  uint64_t magnitude = negative ? -uint64_t(value) : uint64_t(value);
  return arena_.make<IntLit>(magnitude, negative, IntForm::Decimal, arena_.intern(suffix));
}

IntLit* Builder::unsignedInteger(uint64_t value, StringRef suffix, IntForm form) {
  return arena_.make<IntLit>(value, false, form, arena_.intern(suffix));
}

FloatLit* Builder::floating(double value, bool isFloat32) {
  return arena_.make<FloatLit>(value, isFloat32);
}

BoolLit* Builder::boolean(bool value) { return arena_.make<BoolLit>(value); }
CharLit* Builder::character(uint32_t codePoint) { return arena_.make<CharLit>(codePoint); }

StringLit* Builder::string(StringRef bytes) {
  return arena_.make<StringLit>(arena_.intern(bytes), arena_.intern("_s"));
}

StringLit* Builder::plainString(StringRef bytes) {
  return arena_.make<StringLit>(arena_.intern(bytes), StringRef());
}

NullLit* Builder::null() { return arena_.make<NullLit>(); }

// --- Expressions

CallExpr* Builder::call(Expr* callee, ExprList args) {
  return arena_.make<CallExpr>(callee, copy(args));
}

CallExpr* Builder::call(Name callee, ExprList args) { return call(name(callee), args); }

CallExpr* Builder::rtCall(StringRef function, ExprList args) {
  return call(rtName(function), args);
}

CallExpr* Builder::rtCall(StringRef function, ArrayRef<Type*> types, ExprList args) {
  return call(rtName(function, types), args);
}

CallExpr* Builder::methodCall(Expr* base, StringRef method, ExprList args) {
  return call(member(base, method), args);
}

ArrayRef<Init> Builder::positional(ExprList values) {
  SmallVector<Init, 8> inits;
  for (Expr* value : values)
    inits.push_back({Name(), value});
  return copy(ArrayRef<Init>(inits));
}

ConstructExpr* Builder::construct(Type* type, ExprList values) {
  return arena_.make<ConstructExpr>(type, positional(values), false);
}

ConstructExpr* Builder::constructFields(Type* type, ArrayRef<Init> inits) {
  return arena_.make<ConstructExpr>(type, copy(inits), false);
}

ConstructExpr* Builder::convert(Type* type, Expr* x) {
  return arena_.make<ConstructExpr>(type, positional(x), true);
}

InitList* Builder::initList(ExprList values, bool oneLineEach) {
  return arena_.make<InitList>(positional(values), oneLineEach);
}

InitList* Builder::initFields(ArrayRef<Init> inits, bool oneLineEach) {
  return arena_.make<InitList>(copy(inits), oneLineEach);
}

MemberExpr* Builder::member(Expr* base, Name name) {
  return arena_.make<MemberExpr>(base, name, false);
}

MemberExpr* Builder::member(Expr* base, StringRef runtimeName) {
  return member(base, names.runtime(runtimeName));
}

MemberExpr* Builder::arrow(Expr* base, Name name) {
  return arena_.make<MemberExpr>(base, name, true);
}

MemberExpr* Builder::arrow(Expr* base, StringRef runtimeName) {
  return arrow(base, names.runtime(runtimeName));
}

IndexExpr* Builder::index(Expr* base, Expr* index) { return arena_.make<IndexExpr>(base, index); }
UnaryExpr* Builder::unary(UnaryOp op, Expr* x) { return arena_.make<UnaryExpr>(op, x); }

BinaryExpr* Builder::binary(BinaryOp op, Expr* x, Expr* y) {
  return arena_.make<BinaryExpr>(op, x, y);
}

ConditionalExpr* Builder::conditional(Expr* cond, Expr* yes, Expr* no) {
  return arena_.make<ConditionalExpr>(cond, yes, no);
}

CastExpr* Builder::staticCast(Type* type, Expr* x) {
  return arena_.make<CastExpr>(CastKind::Static, type, x);
}

CastExpr* Builder::reinterpretCast(Type* type, Expr* x) {
  return arena_.make<CastExpr>(CastKind::Reinterpret, type, x);
}

LambdaExpr* Builder::lambda(ArrayRef<Capture> captures, ArrayRef<Param> params, Type* result,
                            BlockStmt* body, CaptureDefault captureDefault, bool isMutable) {
  return arena_.make<LambdaExpr>(captureDefault, copy(captures), copy(params), result, body,
                                 isMutable);
}

TypeTraitExpr* Builder::sizeOf(Type* type) {
  return arena_.make<TypeTraitExpr>(TypeTrait::Sizeof, type);
}

TypeTraitExpr* Builder::alignOf(Type* type) {
  return arena_.make<TypeTraitExpr>(TypeTrait::Alignof, type);
}

OffsetofExpr* Builder::offsetOf(Type* type, Name field) {
  return arena_.make<OffsetofExpr>(type, field);
}

StmtExpr* Builder::stmtExpr(StmtList stmts) { return arena_.make<StmtExpr>(block(stmts)); }

// --- Statements

ExprStmt* Builder::exprStmt(Expr* x) { return arena_.make<ExprStmt>(x); }

VarStmt* Builder::varStmt(Type* type, Name name, Expr* init, uint16_t specifiers) {
  return arena_.make<VarStmt>(type, name, init, InitStyle::Equals, specifiers);
}

VarStmt* Builder::varBraces(Type* type, Name name, ExprList values, uint16_t specifiers) {
  return arena_.make<VarStmt>(type, name, initList(values), InitStyle::Braces, specifiers);
}

BindingStmt* Builder::binding(ArrayRef<Name> names, Expr* init, uint16_t specifiers) {
  return arena_.make<BindingStmt>(copy(names), init, specifiers);
}

BlockStmt* Builder::block(StmtList stmts) { return arena_.make<BlockStmt>(copy(stmts)); }

IfStmt* Builder::ifStmt(Expr* cond, BlockStmt* then, Stmt* otherwise, Stmt* init, Likely likely) {
  return arena_.make<IfStmt>(init, cond, likely, then, otherwise);
}

ForStmt* Builder::forStmt(Stmt* init, Expr* cond, Expr* post, BlockStmt* body,
                          ArrayRef<VarStmt*> more) {
  return arena_.make<ForStmt>(init, copy(more), cond, post, body);
}

RangeForStmt* Builder::rangeForStmt(VarStmt* element, Expr* range, BlockStmt* body) {
  return arena_.make<RangeForStmt>(element, range, body);
}

WhileStmt* Builder::whileStmt(Expr* cond, BlockStmt* body) {
  return arena_.make<WhileStmt>(cond, body);
}

DoStmt* Builder::doStmt(BlockStmt* body, Expr* cond) { return arena_.make<DoStmt>(body, cond); }

SwitchStmt* Builder::switchStmt(Expr* value, ArrayRef<SwitchCase> cases) {
  SmallVector<SwitchCase, 8> copies(cases.begin(), cases.end());
  for (SwitchCase& one : copies)
    one.values = copy(one.values);
  return arena_.make<SwitchStmt>(value, copy(ArrayRef<SwitchCase>(copies)));
}

ReturnStmt* Builder::returnStmt(Expr* value) { return arena_.make<ReturnStmt>(value); }
BreakStmt* Builder::breakStmt() { return arena_.make<BreakStmt>(); }
ContinueStmt* Builder::continueStmt() { return arena_.make<ContinueStmt>(); }
GotoStmt* Builder::gotoStmt(Name label) { return arena_.make<GotoStmt>(label); }

LabelStmt* Builder::labelStmt(Name label, bool maybeUnused) {
  return arena_.make<LabelStmt>(label, maybeUnused);
}

CommentStmt* Builder::comment(StringRef text) {
  return arena_.make<CommentStmt>(arena_.intern(text));
}

// --- Declarations

Function* Builder::function(Type* result, Name name, ArrayRef<Param> params, BlockStmt* body,
                            uint16_t specifiers) {
  return arena_.make<Function>(result, name, copy(params), body, specifiers);
}

Variable* Builder::variable(Type* type, Name name, Expr* init, uint16_t specifiers) {
  InitStyle style = init && llvm::isa<InitList>(init) ? InitStyle::Braces : InitStyle::Equals;
  return arena_.make<Variable>(type, name, init, style, specifiers);
}

Struct* Builder::structDecl(Name name, Type* base, ArrayRef<StructField> fields) {
  Struct* made = arena_.make<Struct>(name, base, copy(fields));
  made->self = named(name);
  return made;
}

UsingDecl* Builder::usingDecl(Name name, Type* type) { return arena_.make<UsingDecl>(name, type); }
Declaration* Builder::declaration(Decl* of) { return arena_.make<Declaration>(of); }

TraitDecl* Builder::trait(QualifiedName name, Type* type, bool value) {
  return arena_.make<TraitDecl>(name, type, value);
}

GuardedDecl* Builder::guarded(Name guard, ArrayRef<Decl*> decls) {
  return arena_.make<GuardedDecl>(guard, copy(decls));
}

MacroDecl* Builder::macro(StringRef name, ExprList args) {
  return arena_.make<MacroDecl>(call(names.runtime(name), args));
}

} // namespace minigo::cxx
