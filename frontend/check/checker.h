// The checker's state and the declarations of all its functions, grouped by the file that defines
// them. Private to check/.
//
// How a package is checked (checker.cpp): collect the declarations of all files; check each
// declaration, others on demand when they are used (declare, then objDecl); function bodies and
// what needs complete types wait in a queue (later); then initialization order, unused imports and
// the facts code generation wants.
//
// Results go into the syntax tree. An expression of untyped type keeps that type until its context
// gives it another: updateExprType then goes down the tree again (expr.cpp).
#pragma once

#include "frontend/check/check.h"
#include "frontend/check/diag_args.h"
#include "frontend/check/operand.h"
#include "frontend/check/version.h"
#include "frontend/types/assignable.h"
#include "frontend/types/constant_pool.h"
#include "frontend/types/identical.h"
#include "frontend/types/infer.h"
#include "frontend/types/instantiate.h"
#include "frontend/types/lookup.h"
#include "frontend/types/predicates.h"
#include "frontend/types/type_context.h"
#include "frontend/types/type_set.h"
#include "frontend/types/type_string.h"
#include "frontend/types/universe.h"

#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/FunctionExtras.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/ADT/StringMap.h"

namespace minigo {

// A declaration at package level, or a method.
struct DeclInfo {
  Scope* fileScope = nullptr;
  GoVersion version;
  llvm::ArrayRef<Var*> lhs; // of a variable declaration with several names and one value
  ast::Expr* typeExpr = nullptr;
  ast::Expr* init = nullptr;
  bool inherited = false; // a constant that repeats an earlier specification
  uint32_t iota = 0;
  const ast::TypeDecl* typeDecl = nullptr;
  ast::FuncDecl* funcDecl = nullptr;
  llvm::SmallSetVector<Object*, 4> deps; // package-level objects that the declaration mentions

  bool hasInitializer() const { return init || (funcDecl && funcDecl->body); }
};

// Where the checker is.
struct Environment {
  DeclInfo* decl = nullptr; // whose dependencies are collected
  Scope* scope = nullptr;
  GoVersion version;
  const Constant* iota = nullptr; // in a constant declaration
  SourcePos errorPos;             // where errors of an inherited constant expression go
  bool inTypeParams = false;      // in a type parameter list
  const Signature* signature = nullptr;
  ast::Node* function = nullptr;       // FuncDecl or FuncLit of `signature`
  ast::Node* outermost = nullptr;      // the function declaration around it, if any
  bool hasCallOrRecv = false;          // an expression with a call or receive was seen
  llvm::SmallVector<Scope*, 8> scopes; // opened in this function, in order
};

// What an expression is as a statement (spec: Expression statements).
enum class ExprKind : uint8_t { Conversion, Expression, Statement };

// The function type that a generic function value is assigned to, and a name for it in messages.
struct Target {
  const Signature* signature = nullptr;
  std::string description;
  explicit operator bool() const { return signature != nullptr; }
};

class Checker final : private DeclResolver, private TypeSetErrors {
public:
  Checker(Program& program, Package& package, Importer importer, Diagnostics& diags);
  bool run(); // checker.cpp

private:
  using Modes = unsigned; // set of Mode
  static Modes bit(Mode m) { return 1u << unsigned(m); }
  static Modes notValues() { return bit(Mode::NoValue) | bit(Mode::Builtin) | bit(Mode::TypeExpr); }

  // report.cpp
  std::string operandText(const Operand& x) const;
  // What an argument of a diagnostic reads as.
  template <class T>
  auto show(const T& v) const {
    Qualifier qualifier{&package_, &diags_.sources()};
    if constexpr (std::is_convertible_v<T, const Type*>)
      return typeString(v, qualifier);
    else if constexpr (std::is_convertible_v<T, const ast::Expr*>)
      return exprString(v);
    else if constexpr (std::is_convertible_v<T, const Object*>)
      return objectString(v, qualifier);
    else if constexpr (std::is_same_v<T, Operand>)
      return operandText(v);
    else if constexpr (std::is_same_v<T, SourcePos>)
      return diags_.positionString(v);
    else if constexpr (std::is_same_v<T, ast::Op>)
      return ast::spelling(v).str();
    else
      return v;
  }
  template <class... A>
  std::string text(diag::Kind kind, const A&... args) const {
    return llvm::formatv(diag::format(kind), show(args)...).str();
  }
  template <class... A>
  void error(At at, diag::Kind kind, const A&... args) {
    emit(at.pos(), kind, text(kind, args...));
  }
  void emit(SourcePos pos, diag::Kind kind, std::string message);
  void versionError(At at, GoVersion needed, const std::string& what);
  std::string versionHint(SourcePos pos) const;
  // Reports an error unless the file's language version is at least `needed`.
  bool requireVersion(At at, GoVersion needed, const std::string& what);
  bool allows(GoVersion needed) const { return env_.version.atLeast(needed); }
  void redeclared(SourcePos pos, llvm::StringRef name, const Object* other);
  std::string otherDeclaration(const Object* other) const;
  std::string typesSummary(llvm::ArrayRef<const Type*> types, bool variadic, bool dots) const;

  // directives.cpp
  void checkDirectives();
  void checkLinkname(const ast::Directive& directive, const ast::File* file,
                     llvm::StringSet<>& linknames);
  void checkEmbed(const ast::Directive& directive, const ast::File* file);

  // checker.cpp
  void setUp();
  void processDelayed(size_t from);
  void later(llvm::unique_function<void()> action);
  void checkEverything();
  bool deep(At at); // reports and returns true if the stack is nearly used up
  Scope* newScope(Scope* parent, bool isFunction = false);
  void openScope(bool isFunction = false);
  void closeScope() { env_.scope = env_.scope->parent(); }
  Object* lookup(llvm::StringRef name, const Scope** where = nullptr) const;
  void resolve(Object* object) override;
  int languageMinor() const override { return env_.version.minor; }
  void duplicateMethod(SourcePos pos, const Func* method, SourcePos otherPos, const Func* other,
                       bool embedded) override;
  void tooManyTerms(SourcePos pos, unsigned limit) override;
  Arena& arena() { return program_.arena; }
  ConstantPool& constants() { return *program_.constants; }

  // record.cpp
  void record(const Operand& x);
  void recordType(ast::Expr* e, const Type* t);
  void recordValue(ast::Expr* e, Mode mode, const Type* t, const Constant* value = nullptr);
  void recordSelection(ast::SelectorExpr* e, ast::SelectionKind kind, const Type* receiver,
                       const LookupResult& found);
  void recordInstance(const Object* generic, llvm::ArrayRef<const Type*> typeArgs);
  void recordTypeArgs(ast::Expr* e, llvm::ArrayRef<const Type*> typeArgs, ast::CallExpr* call);
  void indexInstances();

  // resolve.cpp
  void collectObjects();
  void collectFile(ast::File* file, Scope* scope);
  void addImport(Package* imported);
  void collectImport(ast::ImportDecl* d, Scope* fileScope);
  void declareDotImport(ast::ImportDecl* d, PkgName* name, Scope* fileScope);
  void collectConst(ast::ConstDecl* d, const ast::ConstDecl* source, Scope* fileScope);
  void collectVar(ast::VarDecl* d, Scope* fileScope);
  void collectType(ast::TypeDecl* d, Scope* fileScope);
  void collectFunc(ast::FuncDecl* d, Scope* fileScope);
  void checkMainOrInit(ast::FuncDecl* d);
  void checkFileScopes();
  void associateMethods();
  void declarePackageObject(ast::Ident* name, Object* object, DeclInfo* info);
  void addObject(Object* object, DeclInfo* info);
  void checkArity(SourcePos pos, llvm::ArrayRef<ast::Ident*> names, ast::ExprList values,
                  bool isConst, bool inherited);
  TypeName* receiverBase(ast::Expr* receiverType, bool& pointer);
  void packageObjects();

  // decl.cpp
  void declare(Scope* scope, ast::Ident* name, Object* object);
  void objDecl(Object* object);
  void checkObject(Object* object, DeclInfo* info);
  void declStmt(ast::DeclStmt* s);
  DeclInfo* infoOf(const Object* object) const { return objects_.lookup(object); }
  void addDependency(Object* to);

  // cycles.cpp
  void directCycles();
  void directCycle(TypeName* name, llvm::DenseMap<TypeName*, int>& state);
  bool validCycle(Object* object);
  void cycleError(llvm::ArrayRef<Object*> cycle, size_t start);
  Object* objectOf(const Named* t);
  bool finiteSize(const Type* t);
  void validType(const Named* t);
  bool validType(const Type* t, llvm::SmallVectorImpl<const Named*>& nest,
                 llvm::SmallVectorImpl<const Named*>& path);
  bool validNamed(const Named* t, llvm::SmallVectorImpl<const Named*>& nest,
                  llvm::SmallVectorImpl<const Named*>& path);

  // const_decl.cpp, var_decl.cpp
  void constDecl(Const* c, ast::Expr* typeExpr, ast::Expr* init, bool inherited, uint32_t iota);
  void localConst(ast::ConstDecl* d, const ast::ConstDecl* source);
  void varDecl(Var* v, llvm::ArrayRef<Var*> lhs, ast::Expr* typeExpr, ast::Expr* init);
  void localVar(ast::VarDecl* d);

  // type_decl.cpp
  void typeDecl(TypeName* name, const ast::TypeDecl* d);
  void aliasDecl(TypeName* name, const ast::TypeDecl* d);
  void localType(ast::TypeDecl* d);
  llvm::ArrayRef<TypeParam*> declareTypeParams(ast::FieldList list);
  void checkConstraints(llvm::ArrayRef<TypeParam*> params, ast::FieldList list);
  const Type* constraint(ast::Expr* e);
  TypeParam* declareTypeParam(ast::Ident* name, uint32_t index);
  void collectMethods(TypeName* name);
  void checkFieldsAgainstMethods(const Named* base);
  bool isImportedConstraint(const Type* t) const;

  // func_decl.cpp
  void funcDecl(Func* f, DeclInfo* info);
  void funcBody(DeclInfo* decl, const Signature* signature, ast::Node* function,
                ast::BlockStmt* body, const Constant* iota);

  // init_order.cpp
  void initOrder();
  void initCycle(llvm::ArrayRef<Object*> path);

  // unused.cpp
  void unusedVars();
  void unusedImports();

  // back_end.cpp
  void checkBackEnd();
  void checkPrinted();
  void checkSymbolSizes();
  void checkElementSizes();

  // captures.cpp
  void recordVariableFacts();

  // type_expr.cpp
  void ident(Operand& x, ast::Ident* e, bool wantType);
  bool identObject(Operand& x, ast::Ident* e, Object* object, const Type* type);
  const Type* type(ast::Expr* e) { return definedType(e, nullptr); }
  const Type* varType(ast::Expr* e);
  void checkVarType(ast::Expr* e, const Type* t);
  const Type* definedType(ast::Expr* e, TypeName* def);
  const Type* genericType(ast::Expr* e, std::string* cause);
  const Type* typeInternal(ast::Expr* e, TypeName* def);
  const Type* namedTypeExpr(ast::Expr* e);
  const Type* arrayType(ast::ArrayTypeExpr* e);
  const Type* pointerType(ast::UnaryExpr* e);
  const Type* mapType(ast::MapTypeExpr* e);
  const Type* chanType(ast::ChanTypeExpr* e);
  const Type* instantiatedType(ast::IndexExpr* e);
  int64_t arrayLength(ast::Expr* e);
  bool typeList(ast::ExprList list, llvm::SmallVectorImpl<const Type*>& types);

  // struct.cpp, interface.cpp, signature.cpp
  const Type* structType(ast::StructTypeExpr* e);
  void embeddedField(SourcePos pos, const Type* t);
  const Type* interfaceType(ast::InterfaceTypeExpr* e, TypeName* def);
  const Type* unionType(ast::Expr* e);
  Term unionTerm(ast::Expr* e);
  void checkUnion(const Union* u, llvm::ArrayRef<ast::Expr*> exprs);
  void checkInterface(Interface* t, SourcePos pos);
  void checkElementVersions(const Interface* t);
  Signature* newSignature();
  Signature* funcType(ast::Field* receiver, ast::FieldList typeParams, ast::FuncTypeExpr* e,
                      Signature* into = nullptr);
  void receiver(Signature* s, ast::Field* field);
  const Type* genericReceiver(Signature* s, ast::Field* field, ast::Expr* base, bool pointer,
                              llvm::ArrayRef<ast::Ident*> names);
  void checkReceiver(SourcePos pos, const Var* receiver);
  llvm::ArrayRef<Var*> params(VarKind kind, ast::FieldList list, bool* variadic);

  // expr.cpp
  void expr(Operand& x, ast::Expr* e, const Target& target = {});
  void genericExpr(Operand& x, ast::Expr* e);
  void exprWithHint(Operand& x, ast::Expr* e, const Type* hint);
  void exprOrType(Operand& x, ast::Expr* e, bool allowGeneric);
  bool multiExpr(OperandList& list, ast::Expr* e, bool allowCommaOk);
  void exprList(OperandList& list, ast::ExprList exprs);
  ExprKind rawExpr(Operand& x, ast::Expr* e, const Type* hint = nullptr, bool allowGeneric = false,
                   const Target& target = {});
  ExprKind finishExpr(Operand& x, ExprKind kind, bool allowGeneric, const Target& target);
  ExprKind exprInternal(Operand& x, ast::Expr* e, const Type* hint, const Target& target);
  void exprByKind(Operand& x, ast::Expr* e, const Type* hint, const Target& target);
  void nonGeneric(Operand& x, const Target& target = {});
  void exclude(Operand& x, Modes modes);
  void singleValue(Operand& x);
  bool use(ast::ExprList exprs, bool lhs = false);
  bool use(ast::Expr* e, bool lhs = false);
  Target targetFor(const Type* t, llvm::StringRef description) const;

  // untyped.cpp
  void updateExprType(ast::Expr* e, const Type* t, bool final);
  void setUntypedType(ast::Expr* e, const Type* t, bool final);
  void updateExprValue(ast::Expr* e, const Constant* value);
  void convertUntyped(Operand& x, const Type* target);
  void reportMisfit(const Operand& x, const Type* target, Misfit misfit);
  Implicit implicit(const Operand& x, const Type* target);
  void matchTypes(Operand& x, Operand& y);
  bool mayConvert(const Operand& x, const Operand& y) const;
  void overflow(Operand& x, SourcePos opPos);
  void representable(Operand& x, const Basic* t);
  ValueInfo info(const Operand& x) const { return ValueInfo{x.mode, x.type, x.value}; }
  bool assignable(const Operand& x, const Type* t, std::string* cause = nullptr) {
    return assignableTo(types_, info(x), t, cause);
  }

  // unary.cpp, binary.cpp, shift.cpp, compare.cpp
  ExprKind unary(Operand& x, ast::UnaryExpr* e);
  void unaryValue(Operand& x, ast::UnaryExpr* e);
  void addressOf(Operand& x, ast::UnaryExpr* e);
  void indirection(Operand& x, ast::UnaryExpr* e);
  const Type* chanElem(At at, const Operand& x, bool receive);
  void binaryChain(Operand& x, ast::BinaryExpr* e);
  void binary(Operand& x, Operand& y, ast::BinaryExpr* e, ast::Expr* lhs, ast::Expr* rhs,
              ast::Op op);
  bool divisionByZero(const Operand& x, const Operand& y);
  void shift(Operand& x, Operand& y, ast::Expr* e, ast::Op op);
  bool shiftCount(Operand& y);
  void constantShift(Operand& x, const Operand& y, ast::Expr* e, ast::Op op);
  void comparison(Operand& x, Operand& y, ast::Op op, bool switchCase = false);
  std::string incomparableCause(const Type* t) const;

  // index.cpp, slice.cpp, selector.cpp, type_assert.cpp
  bool indexExpr(Operand& x, ast::IndexExpr* e); // true: a function instantiation
  void mapIndex(Operand& x, ast::IndexExpr* e, const Type* key, const Type* elem);
  const Type* indexTypeParam(Operand& x, ast::IndexExpr* e, int64_t& length, bool& isMap);
  ast::Expr* singleIndex(ast::IndexExpr* e);
  // Checks an index; false after an error. value: -1 if not constant.
  bool index(ast::Expr* e, int64_t max, int64_t& value, const Type** type = nullptr);
  bool isValidIndex(Operand& x, llvm::StringRef what, bool allowNegative);
  void sliceExpr(Operand& x, ast::SliceExpr* e);
  const Type* sliceOperand(Operand& x);
  void sliceIndices(ast::SliceExpr* e, int64_t length);
  void selector(Operand& x, ast::SelectorExpr* e, bool wantType);
  bool qualified(Operand& x, ast::SelectorExpr* e);
  void qualifiedObject(Operand& x, ast::SelectorExpr* e, PkgName* name);
  void missingSelector(const Operand& x, ast::SelectorExpr* e, const LookupResult& found);
  void methodExpr(Operand& x, ast::SelectorExpr* e, const LookupResult& found);
  std::string lookupHint(const Type* t, llvm::StringRef name, const Object* other,
                         bool structLit) const;
  void typeAssert(Operand& x, ast::TypeAssertExpr* e);
  void typeAssertion(ast::Expr* e, const Operand& x, const Type* t, bool typeSwitch);

  // call.cpp, instantiate.cpp, builtins*.cpp, conversion.cpp
  ExprKind call(Operand& x, ast::CallExpr* e);
  ExprKind conversionCall(Operand& x, ast::CallExpr* e);
  ExprKind functionCall(Operand& x, ast::CallExpr* e, ast::IndexExpr* inst);
  const Signature* calledSignature(Operand& x);
  using TypeArgs = llvm::SmallVector<const Type*, 2>;
  // The type arguments written in a call, and those of its arguments that are not enough.
  struct GivenTypeArgs {
    TypeArgs own;
    ast::ExprList exprs;
    llvm::SmallVector<TypeArgs, 4> ofArguments;
  };
  const Signature* arguments(ast::CallExpr* e, const Signature* s, GivenTypeArgs& given,
                             OperandList& args);
  const Signature* inferCall(ast::CallExpr* e, const Signature* s, GivenTypeArgs& given,
                             OperandList& args, llvm::ArrayRef<Var*>& params);
  llvm::SmallVector<size_t, 2> renameGenericArgs(const GivenTypeArgs& given, OperandList& args,
                                                 llvm::SmallVectorImpl<TypeParam*>& typeParams,
                                                 llvm::SmallVectorImpl<const Type*>& typeArgs);
  bool matchParams(ast::CallExpr* e, const Signature* s, const OperandList& args,
                   llvm::SmallVectorImpl<Var*>& params);
  void wrongArgCount(ast::CallExpr* e, const Signature* s, const OperandList& args, size_t want);
  void genericExprList(OperandList& list, llvm::SmallVectorImpl<TypeArgs>& typeArgs,
                       ast::ExprList exprs);
  // Type arguments given for a function value; infers the rest if `inferRest`. Returns false and
  // the arguments given if inference is left to the call.
  bool funcInst(Operand& x, ast::IndexExpr* inst, const Target& target, bool inferRest,
                llvm::SmallVectorImpl<const Type*>* given);
  bool inferFuncInst(const Operand& x, SourcePos pos, const Signature* s, const Target& target,
                     llvm::SmallVectorImpl<const Type*>& typeArgs);
  const Signature* instantiateSignature(SourcePos pos, ast::Expr* e, const Signature* s,
                                        llvm::ArrayRef<const Type*> typeArgs, ast::ExprList exprs,
                                        ast::CallExpr* call = nullptr);
  bool checkTypeArgCount(SourcePos pos, llvm::StringRef name, size_t want, size_t got);
  void verify(SourcePos pos, llvm::ArrayRef<TypeParam*> params,
              llvm::ArrayRef<const Type*> typeArgs, ast::ExprList exprs);
  void verifyLater(SourcePos pos, llvm::ArrayRef<TypeParam*> params,
                   llvm::ArrayRef<const Type*> typeArgs, ast::ExprList exprs);
  bool builtin(Operand& x, ast::CallExpr* e, BuiltinId id);
  bool builtinCall(Operand& x, ast::CallExpr* e, BuiltinId id, OperandList& args);
  bool unsafeCall(Operand& x, ast::CallExpr* e, BuiltinId id, OperandList& args);
  bool builtinAppend(Operand& x, ast::CallExpr* e, OperandList& args);
  bool builtinLen(Operand& x, ast::CallExpr* e, BuiltinId id);
  bool builtinClear(Operand& x, ast::CallExpr* e);
  bool builtinClose(Operand& x, ast::CallExpr* e);
  bool builtinComplex(Operand& x, ast::CallExpr* e, OperandList& args);
  bool builtinCopy(Operand& x, ast::CallExpr* e, OperandList& args);
  bool builtinDelete(Operand& x, ast::CallExpr* e, OperandList& args);
  bool builtinRealImag(Operand& x, ast::CallExpr* e, BuiltinId id);
  bool builtinMake(Operand& x, ast::CallExpr* e);
  bool builtinMinMax(Operand& x, ast::CallExpr* e, BuiltinId id, OperandList& args);
  bool builtinNew(Operand& x, ast::CallExpr* e);
  bool builtinPanic(Operand& x, ast::CallExpr* e);
  bool builtinPrint(Operand& x, ast::CallExpr* e, BuiltinId id, OperandList& args);
  bool unsafeAdd(Operand& x, ast::CallExpr* e, OperandList& args);
  bool unsafeOffsetof(Operand& x, ast::CallExpr* e);
  bool unsafeSize(Operand& x, ast::CallExpr* e, BuiltinId id);
  bool unsafeSlice(Operand& x, ast::CallExpr* e, OperandList& args);
  bool unsafeSliceData(Operand& x, ast::CallExpr* e);
  bool unsafeString(Operand& x, ast::CallExpr* e, OperandList& args);
  bool unsafeStringData(Operand& x, ast::CallExpr* e);
  const Type* sliceElem(const Operand& x, std::string* cause) const;
  bool bytesOrString(const Type* t, bool* hasString) const;
  const Type* floatPart(const Operand& x, bool complexToFloat);
  void conversion(Operand& x, const Type* t);
  bool constantToTypeParam(Operand& x, const Type* t, std::string* cause);

  // literal.cpp, composite.cpp, func_lit.cpp
  void basicLit(Operand& x, ast::BasicLit* e);
  void checkLiteralVersion(ast::BasicLit* e);
  void compositeLit(Operand& x, ast::CompositeLit* e, const Type* hint);
  const Type* literalType(ast::CompositeLit* e, const Type* hint, const Type** base);
  void structLit(Operand& x, ast::CompositeLit* e, const Struct* t, const Type* base);
  void keyedField(Operand& x, ast::Expr* e, const Struct* t, const Type* base,
                  llvm::SmallVectorImpl<bool>& seen);
  std::string constantKey(const Constant* c);
  void mapLit(Operand& x, ast::CompositeLit* e, const Map* t);
  int64_t indexedElements(ast::ExprList elements, const Type* elem, int64_t length);
  void funcLit(Operand& x, ast::FuncLit* e);

  // assign.cpp
  void assignment(Operand& x, const Type* t, llvm::StringRef context);
  bool assignUntyped(Operand& x, const Type* t, llvm::StringRef context);
  void initConst(Const* c, Operand& x);
  void initVar(Var* v, Operand& x, llvm::StringRef context);
  const Type* lhsVar(ast::Expr* lhs, bool& ok);
  void assignVar(ast::Expr* lhs, ast::Expr* rhs, Operand* x, llvm::StringRef context);
  void initVars(llvm::ArrayRef<Var*> lhs, ast::ExprList rhs, ast::ReturnStmt* returning);
  void assignVars(ast::ExprList lhs, ast::ExprList rhs);
  void shortVarDecl(ast::AssignStmt* s);
  Var* shortVar(ast::Expr* lhs, llvm::SmallDenseSet<llvm::StringRef, 4>& seen, bool& isNew,
                bool& failed);
  void assignMismatch(ast::ExprList rhs, size_t l, size_t r);
  void returnMismatch(ast::ReturnStmt* s, llvm::ArrayRef<Var*> lhs, const OperandList& rhs);
  Var* newLocal(ast::Expr* at, llvm::StringRef name, const Type* t = nullptr);

  // stmt.cpp and one file per statement
  void stmt(ast::Stmt* s);
  void stmtByKind(ast::Stmt* s);
  void stmtList(ast::StmtList list);
  void exprStmt(ast::ExprStmt* s);
  void sendStmt(ast::SendStmt* s);
  void assignStmt(ast::AssignStmt* s);
  void incDecStmt(ast::AssignStmt* s);
  void returnStmt(ast::ReturnStmt* s);
  void condition(ast::Expr* cond, llvm::StringRef where);
  void ifStmt(ast::IfStmt* s);
  void forStmt(ast::ForStmt* s);
  void rangeStmt(ast::RangeStmt* s);
  struct RangeTypes {
    const Type* key = nullptr;
    const Type* value = nullptr;
    std::string cause;
    bool ok = false;
  };
  RangeTypes rangeTypes(const Type* t);
  RangeTypes rangeFuncTypes(const Signature* s);
  void checkRangeVars(ast::RangeStmt* s, const Operand& x, const RangeTypes& types);
  void rangeDefine(ast::RangeStmt* s, Operand& x, const RangeTypes& types);
  void rangeAssign(ast::RangeStmt* s, Operand& x, const RangeTypes& types);
  void switchStmt(ast::SwitchStmt* s);
  using CaseValues = llvm::StringMap<llvm::SmallVector<std::pair<const Type*, SourcePos>, 1>>;
  void caseValues(Operand& tag, ast::ExprList values, CaseValues& seen);
  void typeSwitchStmt(ast::TypeSwitchStmt* s);
  using CaseTypes =
      llvm::DenseMap<uint64_t, llvm::SmallVector<std::pair<const Type*, ast::Expr*>, 1>>;
  const Type* caseTypes(const Operand* x, ast::ExprList types, CaseTypes& seen);
  bool isNilCase(ast::Expr* e);
  void checkDefaults(llvm::ArrayRef<ast::CaseClause*> clauses);
  void selectStmt(ast::SelectStmt* s);
  void suspendedCall(llvm::StringRef keyword, ast::Expr* call);
  bool isTerminating(ast::Stmt* s) const; // returns.cpp
  bool isTerminatingList(ast::StmtList list) const;

  // interface_cycles.cpp
  void checkInterfaceCycles();

  // monomorph.cpp
  void checkInstanceLoops();
  void noteInstance(SourcePos pos, llvm::ArrayRef<TypeParam*> params,
                    llvm::ArrayRef<const Type*> typeArgs, ast::ExprList exprs);

  Program& program_;
  Package& package_;
  Importer importer_;
  Diagnostics& diags_;
  TypeContext& types_;
  Environment env_;
  bool failed_ = false;       // an error was reported
  bool isSummarized_ = false; // bodies were left out; what they use is unknown

  llvm::DenseMap<const Object*, DeclInfo*> objects_;
  std::vector<Object*> objectList_; // by order of declaration
  std::vector<std::unique_ptr<DeclInfo>> infos_;
  std::vector<PkgName*> imports_;
  llvm::DenseMap<std::pair<const Scope*, Object*>, PkgName*> dotImports_;
  llvm::SmallVector<Scope*, 4> fileScopes_;
  llvm::MapVector<TypeName*, llvm::SmallVector<Func*, 4>> methods_; // not collected yet
  llvm::DenseMap<const SourceFile*, const ast::File*> files_;

  struct Action {
    GoVersion version;
    llvm::unique_function<void()> run;
  };
  std::vector<Action> delayed_;
  std::vector<Object*> path_; // objects being declared, outermost first
  llvm::DenseMap<const Object*, unsigned> pathIndex_;
  llvm::DenseSet<const ast::Expr*> shiftOperands_; // untyped left operands of non-constant shifts
  llvm::DenseSet<const ast::CallExpr*> panics_;    // calls of predeclared panic
  std::vector<const ast::CallExpr*> prints_;       // calls of predeclared print and println
  std::vector<std::pair<const ast::ChanTypeExpr*, const Chan*>> channels_; // as written
  llvm::DenseSet<const ast::Stmt*> broken_; // statements that a break leaves
  llvm::DenseMap<const Named*, bool> finite_;
  llvm::DenseSet<const Named*> validTypes_;
  llvm::DenseMap<const Named*, Object*> instanceObjects_; // see objectOf
  std::vector<std::pair<const ast::InterfaceTypeExpr*, const Interface*>>
      interfaces_; // all literals
  llvm::DenseMap<uint64_t, llvm::SmallVector<unsigned, 1>> instanceIndex_;
  struct InstanceUse {
    SourcePos pos;
    TypeParam* param;
    const Type* arg;
  };
  std::vector<InstanceUse> instanceUses_;
  llvm::DenseMap<const TypeParam*, const TypeParam*> canonical_; // receiver's → declared one
  uintptr_t stackLimit_ = 0;
};

} // namespace minigo
