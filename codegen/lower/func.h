// Lowering of functions, statements and expressions: one construct, one file, all member functions
// of FunctionLowerer, which stands for one C++ function, the lambdas inside it included.
//
// Conventions
//  - Statements go to the current sink; expressions are returned and not yet emitted. Lowering an
//    expression may emit statements first: temporaries for what analyze/eval_order.h hoists.
//    Operands are therefore lowered in source order. Code that is evaluated conditionally (right
//    side of &&, a loop's condition) is lowered into a sink of its own, see Sink.
//  - expr(e) may have a wider C++ type than e's Go type where C++ converts on its own: an integer
//    literal, `&x` for a mg::Ptr. exact(e) has exactly the C++ type; templates that deduce it and
//    braces need that.
//  - A *simple* expression is a name or literal: it can be repeated and moved about. A *stable* one
//    cannot be changed by what is evaluated between here and its use.
#pragma once

#include "codegen/analyze/analysis.h"
#include "codegen/lower/loop_slices.h"
#include "codegen/lower/lower.h"
#include "codegen/names/local_names.h"

#include "llvm/ADT/SetVector.h"

namespace minigo {

// The C++ function of a declared function or method with a body. name: as the caller wants it
// called. For a generic one, the instance that `lowerer` is resolving type parameters for.
cxx::Function* lowerFunction(Lowerer& lowerer, const Analysis& analysis, const ast::FuncDecl* decl,
                             Name name);

// Its prototype: the same without a body, for functions that the runtime implements too.
cxx::Function* lowerPrototype(Lowerer& lowerer, const ast::FuncDecl* decl, Name name);

// The statements that run package-level initializers, in order, for the body of one function.
// Those that isStaticInitializer accepts are left out.
std::vector<cxx::Stmt*> lowerInitializers(Lowerer& lowerer, const Analysis& analysis,
                                          llvm::ArrayRef<Initializer> initializers);

// A constant as a literal of type t; spelled: the expression, whose form ('a', 0xff) is kept.
cxx::Expr* literalFor(Lowerer& lowerer, const Constant* value, const Type* t,
                      const ast::Expr* spelled);

// The initializer of a package-level variable as a C++ constant expression, for the definition of
// the variable; null if it must run at start.
cxx::Expr* lowerStaticInitializer(Lowerer& lowerer, const Initializer& initializer);

// Variables that //go:linkname says to be one of package runtime, in source order (linkname.cpp).
struct LinkedVariable {
  const Var* var;
  llvm::StringRef value; // the function of minigo/iface.h that gives it
};
std::vector<LinkedVariable> linkedVariables(const Package& package);
// Gives variables with //go:embed their values, before all others get theirs.
std::vector<cxx::Stmt*> lowerEmbeddings(Lowerer& lowerer, const Package& package);

// What CodegenOptions::linkedStrings gives a variable of this package; null if nothing.
cxx::Expr* linkedString(Lowerer& lowerer, const Var* var);

class FunctionLowerer {
public:
  FunctionLowerer(Lowerer& lowerer, const Analysis& analysis);

  cxx::Function* declaredFunction(const ast::FuncDecl* decl, Name name);
  void initializer(const Initializer& init);
  std::vector<cxx::Stmt*> takeStatements() { return std::move(statements_); }

private:
  using Expr = cxx::Expr;
  using Exprs = llvm::SmallVector<cxx::Expr*, 4>;
  using Stmts = std::vector<cxx::Stmt*>;

  // Redirects emitted statements while it lives.
  class Sink {
  public:
    explicit Sink(FunctionLowerer& f) : f_(f) { f_.statements_.swap(saved_); }
    ~Sink() {
      if (!taken_) (void)take();
    }
    // Ends the redirection: the statements collected.
    Stmts take() {
      taken_ = true;
      f_.statements_.swap(saved_);
      return std::move(saved_);
    }

  private:
    FunctionLowerer& f_;
    Stmts saved_;
    bool taken_ = false;
  };

  // One Go function: the declared one, or a literal inside it, which is a C++ lambda.
  struct Function {
    const ast::Node* node = nullptr; // FuncDecl, FuncLit; null for package initialization
    Function* outer = nullptr;
    const Tuple* results = nullptr;
    const FunctionShape* shape = nullptr;
    llvm::SmallVector<const Var*, 2> resultVars; // named results, else empty
    llvm::SmallVector<Name, 2> resultNames;      // variables that hold results, else empty
    bool framed = false;                         // inside the lambda of a mg::Defers
    Name defers, recovery;
    Name loopDefers; // of the outermost range over a function around, if its body defers
    llvm::DenseSet<const Var*> declared;
    llvm::SetVector<const Var*> captured; // variables of outer functions, in order of first use
  };

  // What break, continue and labels refer to.
  struct RangeFuncExits;
  struct Target {
    const ast::Stmt* stmt;
    bool catchesBreak;              // is a loop or switch in C++ too
    bool isLoop;                    // is a loop in C++ too
    bool plainContinue;             // C++ continue is right
    bool isLambda;                  // body of a range over a function
    Name breakLabel, continueLabel; // made when a jump needs them
    RangeFuncExits* exits;          // with isLambda
  };
  // A jump out of the body of a range over a function; to null: return.
  enum class JumpKind : uint8_t { Break, Continue, Goto, Return };
  struct RangeFuncExit {
    const ast::Stmt* to; // null: Return
    JumpKind kind;
    Name number; // the constant that RangeLoop::exit is then
    bool isTaken = false;
  };
  struct RangeFuncExits {
    Name loop; // the RangeLoop
    llvm::SmallVector<RangeFuncExit, 2> jumps;

    // The jump of that kind to that place, or null.
    RangeFuncExit* find(const ast::Stmt* to, JumpKind kind) {
      auto* exit = llvm::find_if(
          jumps, [&](const RangeFuncExit& e) { return e.to == to && e.kind == kind; });
      return exit == jumps.end() ? nullptr : exit;
    }
  };

  // --- loop_slices.cpp
  // A slice that was looked up before a loop; if it may be missing (an index out of range, a nil
  // pointer), it is a mg::LoopSlice.
  struct FoundSlice {
    std::string key;
    Name name;
    bool mayBeMissing;
  };
  // The counter of an innermost loop, and a variable that tells whether all its values are indices
  // of the slices with these keys.
  struct CountedLoop {
    const Var* var = nullptr;
    const Var* measured = nullptr; // the slice whose indices these values are, or null
    Name inside;
    llvm::StringSet<> keys;
  };
  // While a loop is lowered: emits what is looked up before it, and forgets it at the end.
  class LoopScope {
  public:
    LoopScope(FunctionLowerer& f, const ast::Stmt* loop);
    ~LoopScope();

  private:
    FunctionLowerer& f_;
    size_t found_;
    CountedLoop counted_; // of the loop around
  };
  struct Counter {
    const Var* var = nullptr;
    const ast::Expr* first = nullptr; // null: 0
    const ast::Expr* limit = nullptr;
    const ast::Expr* measured = nullptr; // the slice whose length is the limit, or null
  };
  const FoundSlice* foundSlice(const ast::Expr* e) const;
  bool findSlice(const ast::Expr* e);
  void findCounter(const ast::Stmt* loop, const LoopSlices& slices);
  Counter counterOf(const ast::Stmt* loop);
  Expr* loopElement(const ast::IndexExpr* e);

  // --- func.cpp
  struct ParamList {
    llvm::SmallVector<cxx::Param, 4> params;
    llvm::SmallVector<const Var*, 4> vars; // per parameter, or null
  };
  ParamList declareParams(const ast::Field* receiver, const ast::FuncTypeExpr* signature);
  void body(Function& fn, const ast::FuncTypeExpr* type, const ast::BlockStmt* block);
  void dropUnusedParams(ParamList& list);
  void parameterOnHeap(const Var* v, Name argument);
  void declareResults(Function& fn, const ast::FuncTypeExpr* type, const ast::BlockStmt* block);
  void framedBody(Function& fn, const ast::BlockStmt* block);
  bool endsInJump(const Stmts& statements) const;
  void tupleInitializer(const Initializer& init);
  cxx::Expr* resultValue(Function& fn); // `r`, {r, s}, or null

  // --- closure.cpp
  Expr* funcLit(const ast::FuncLit* lit);             // as a function value
  cxx::LambdaExpr* lambdaOf(const ast::FuncLit* lit); // as a C++ lambda
  Expr* passedClosure(const ast::Expr* e, const Type* param);
  void referenced(const Var* v);
  Expr* funcValue(const Func* function, llvm::ArrayRef<const Type*> typeArgs);

  // --- expr.cpp
  Expr* expr(const ast::Expr* e);
  Expr* exact(const ast::Expr* e);
  Expr* exprAs(const ast::Expr* e, const Type* target); // converted as assignment does
  Expr* exactAs(const ast::Expr* e, const Type* target);
  Expr* plain(const ast::Expr* e);
  Expr* withLine(Expr* x, const ast::Expr* e);
  Expr* withoutLine(const ast::Expr* e); // expr without looking at hoisting
  Expr* converted(Expr* x, const Type* from, const Type* to);
  Expr* place(const ast::Expr* e); // an lvalue
  Expr* variable(const Var* v);
  Expr* ident(const ast::Ident* e);
  Expr* exactType(Expr* x, const Type* t);
  Exprs inSequence(llvm::ArrayRef<const ast::Expr*> list,
                   llvm::function_ref<Expr*(size_t)> lowerOne, size_t group = 0);
  const Type* typeOf(const ast::Expr* e) { return l.resolve(e->type); }
  template <class T>
  const T* under(const Type* t) {
    return asUnder<T>(l.resolve(t));
  }

  // --- const.cpp
  Expr* constant(const Constant* value, const Type* t, const ast::Expr* spelled = nullptr);
  Expr* exactConstant(const Constant* value, const Type* t, const ast::Expr* spelled);

  // --- literal.cpp
  Expr* compositeLit(const ast::CompositeLit* e, const Type* t);
  Expr* structLit(const ast::CompositeLit* e, const Type* t, const Struct* s);
  Expr* elementsLit(const ast::CompositeLit* e, const Type* t, const Type* elem, int64_t length);
  Expr* mapLit(const ast::CompositeLit* e, const Type* t, const Map* m);
  Expr* sparseLit(const ast::CompositeLit* e, const Type* t, const Type* elem, int64_t length);
  Expr* elementAs(const ast::Expr* e, const Type* t);

  // --- allocation.cpp
  bool takeFrame(const Type* t, int64_t count = 1);
  Expr* frameVariable(cxx::Type* type, llvm::StringRef hint);
  Expr* frameArray(const Type* elem, int64_t length, llvm::StringRef hint);
  Expr* newObject(const ast::Expr* site, const Type* t, Expr* value);
  Expr* newSlice(const ast::CompositeLit* site, const Type* elem, const Exprs& elements);
  Expr* makeSlice(const ast::CallExpr* e, const Type* elem);
  Expr* toInterface(const Type* to, const ast::Expr* e);
  bool isReference(const Var* v, const ast::Expr* value);
  void declareReference(const Var* v, const ast::Expr* value);

  // --- unary.cpp, binary.cpp, shift.cpp, compare.cpp
  Expr* unary(const ast::UnaryExpr* e);
  Expr* addressOf(const ast::UnaryExpr* e);
  Expr* deref(const ast::Expr* pointer);
  Expr* derefValue(Expr* pointer);
  Expr* binary(const ast::BinaryExpr* e);
  Expr* logical(const ast::BinaryExpr* e);
  Expr* arithmetic(ast::Op op, Expr* x, Expr* y, const Type* t, const Constant* divisor);
  Expr* divide(ast::Op op, Expr* x, Expr* y, const Type* t, const Constant* divisor);
  Expr* concat(const ast::BinaryExpr* e);
  Expr* narrowed(Expr* x, const Type* t);
  Expr* withoutNarrowing(Expr* x); // where C++ converts anyway
  Expr* shift(ast::Op op, Expr* x, const ast::Expr* count, const Type* t);
  Expr* compare(const ast::BinaryExpr* e);
  Expr* comparisonOf(cxx::BinaryOp op, Expr* x, Expr* y);
  Expr* compareNil(const ast::Expr* x, bool equal);
  Expr* equality(Expr* x, Expr* y, const Type* t, bool equal);
  Expr* negated(Expr* x);

  // --- index.cpp, slice.cpp, selector.cpp, type_assert.cpp, convert.cpp
  Expr* index(const ast::IndexExpr* e);
  Expr* sliceExpr(const ast::SliceExpr* e);
  Expr* selector(const ast::SelectorExpr* e);
  Expr* fieldOf(Expr* base, const Type* t, llvm::ArrayRef<uint32_t> path, const Type** end);
  Expr* methodValue(const ast::SelectorExpr* e);
  llvm::StringRef wrapperOwner(const Type* receiver, const Func* method, llvm::StringRef suffix);
  cxx::LambdaExpr* methodLambda(const ast::SelectorExpr* e);
  Expr* methodExpr(const ast::SelectorExpr* e);
  Expr* typeAssert(const ast::TypeAssertExpr* e, bool commaOk);
  Expr* assertTo(Expr* value, const Type* from, const Type* to, bool commaOk);
  Expr* asAny(Expr* value, const Type* iface);
  Expr* conversion(const ast::CallExpr* e);
  Expr* convertBasic(Expr* x, const Type* from, const Type* to);
  Expr* convertString(const ast::Expr* arg, const Type* from, const Type* to);
  const ast::Expr* convertedBytes(const ast::Expr* e);
  Expr* borrowed(const ast::Expr* e);
  Expr* convertedLength(const ast::Expr* e);

  // --- call.cpp, builtins.cpp, append.cpp, map.cpp, string.cpp, chan.cpp
  // What a call reaches, receiver included.
  struct Callee {
    Expr* function; // code, or a function value when isValue
    bool isValue = false;
    Exprs leading; // receiver, or data word of an interface
    const Signature* signature = nullptr;
    const Func* declared = nullptr; // the function or method, if known
  };
  Expr* call(const ast::CallExpr* e);
  Callee callee(const ast::CallExpr* e);
  Callee methodCallee(const ast::SelectorExpr* e);
  struct Method {
    const Func* func = nullptr;
    llvm::SmallVector<uint32_t, 4> path; // embedded fields to go through
  };
  Method methodOf(const Type* t, const ast::SelectorExpr* e);
  Expr* receiver(const ast::Expr* x, const Method& method);
  Expr* receiverFrom(Expr* base, const Type* t, bool isPlace, const Method& method);
  Expr* argumentApart(const ast::CallExpr* e, const ast::Expr* arg, Expr* x);
  Exprs arguments(const ast::CallExpr* e, const Signature* s, bool onStack);
  Expr* variadicSlice(llvm::ArrayRef<Expr*> values, const Type* elem, bool onStack);
  Expr* tupleArgument(const ast::CallExpr* e, const Signature* s, Callee& callee);
  Expr* builtin(const ast::CallExpr* e, const Builtin* builtin);
  const ast::CallExpr* withTupleSpread(const ast::CallExpr* e);
  Expr* lenOrCap(const ast::Expr* x, bool isCap);
  Expr* makeCall(const ast::CallExpr* e);
  Expr* newCall(const ast::CallExpr* e);
  Expr* minMax(const ast::CallExpr* e, bool isMin);
  Expr* complexParts(const ast::CallExpr* e, const Builtin* builtin);
  Expr* printCall(const ast::CallExpr* e, bool line);
  Expr* unsafeCall(const ast::CallExpr* e, const Builtin* builtin);
  Expr* unsafeWithLength(llvm::StringRef function, const ast::CallExpr* e, const Type* first);
  Expr* unsafeOffsetof(const ast::Expr* x);
  Expr* copyCall(const ast::CallExpr* e);
  Expr* append(const ast::CallExpr* e);
  Expr* mapIndex(const ast::IndexExpr* e, bool commaOk);
  Expr* mapSlot(const ast::IndexExpr* e);
  Expr* readOnlyKey(const ast::Expr* key, const Map* m);
  Expr* stringIndex(const ast::IndexExpr* e);
  Expr* receive(const ast::UnaryExpr* e, bool commaOk);
  Expr* commaOk(const ast::Expr* e); // the Results of an expression used for two values

  // --- stmt.cpp, assign.cpp, if_for.cpp, range.cpp, switch.cpp, type_switch.cpp, select.cpp,
  // go.cpp, defer.cpp, panic.cpp, labels.cpp
  void stmt(const ast::Stmt* s);
  void stmtList(ast::StmtList list);
  void listed(const ast::Stmt* s); // one of a list
  void comment(llvm::StringRef text);
  // `clause`, where they are those of a case: comments above that come first.
  cxx::BlockStmt* block(ast::StmtList list, SourcePos clause = {});
  cxx::BlockStmt* blockOf(const Stmts& stmts);
  void exprStmt(const ast::ExprStmt* s);
  void declStmt(const ast::DeclStmt* s);
  void returnStmt(const ast::ReturnStmt* s);
  void emitReturn(Expr* value);
  void assignResults(Exprs& values);
  Expr* withoutTypeOfZero(Expr* x);
  void assignStmt(const ast::AssignStmt* s);
  void assignOp(const ast::AssignStmt* s);
  struct Panics;
  Panics panicsOf(const ast::Expr* e);
  bool isInRange(const ast::IndexExpr* e);
  bool panicsFirst(const ast::Expr* to, const ast::Expr* value);
  void incDec(const ast::AssignStmt* s);
  void assignPairs(const ast::AssignStmt* s);
  void assignTuple(ast::ExprList lhs, llvm::ArrayRef<Object*> newVars, const ast::Expr* rhs);
  void bindTuple(llvm::ArrayRef<const Var*> vars, Expr* value);
  void declareTuple(llvm::ArrayRef<const Var*> vars, const ast::Expr* rhs,
                    llvm::ArrayRef<const Type*> types);
  void define(const ast::AssignStmt* s);
  void varDecl(const ast::VarDecl* decl);
  Expr* initialValue(const Var* v, const ast::Expr* value);
  // Declares v with a value of its type, or its zero value if init is null.
  void declareVar(const Var* v, Expr* init);
  cxx::VarStmt* varStmtFor(const Var* v, const Type* t, Expr* init);
  cxx::VarStmt* varStmtOf(const Var* v, cxx::Type* type, Expr* init);
  bool refersTo(const ast::Expr* e, const Var* v);
  bool assignmentAffects(const ast::Expr* to, const ast::Expr* e);
  Expr* fixedPlace(const ast::Expr* e);
  Expr* placeForLater(const ast::AssignStmt* s, size_t i);
  llvm::SmallVector<const Type*, 4> tupleTypes(const ast::Expr* rhs, size_t n);
  void ifStmt(const ast::IfStmt* s);
  Stmts ifChain(const ast::IfStmt* s);
  void forStmt(const ast::ForStmt* s);
  cxx::ForStmt* forWithInit(const Stmts& init, Expr* cond, Expr* post, cxx::BlockStmt* body);
  bool sameTypeNode(const cxx::Type* x, const cxx::Type* y) const;
  void forWithCopies(const ast::ForStmt* s, llvm::ArrayRef<const Var*> copied);
  void carriedInit(const ast::ForStmt* s, llvm::ArrayRef<const Var*> copied,
                   llvm::SmallVectorImpl<Name>& carriers);
  cxx::BlockStmt* loopBody(const ast::Stmt* loop, const ast::BlockStmt* body, Stmts before,
                           llvm::function_ref<void()> after = nullptr, bool plainContinue = true);
  void emitLoop(cxx::Stmt* loop, SourcePos pos);
  llvm::SmallVector<const Var*, 2> variablesOf(const ast::Stmt* init);
  void rangeStmt(const ast::RangeStmt* s);
  void rangeInt(const ast::RangeStmt* s);
  void rangeIndices(const ast::RangeStmt* s, Expr* limit, bool keepLimit, const Type* elem,
                    llvm::function_ref<Expr*(Expr*)> element);
  void rangeSlice(const ast::RangeStmt* s);
  void rangeArray(const ast::RangeStmt* s, const Array* array);
  void rangeString(const ast::RangeStmt* s);
  void rangeMap(const ast::RangeStmt* s);
  void rangeFor(const ast::RangeStmt* s, unsigned i, Expr* x, const Type* elem);
  void rangeFunc(const ast::RangeStmt* s);
  Expr* rangeFuncBody(const ast::RangeStmt* s, RangeFuncExits& exits);
  void findExits(const ast::RangeStmt* s, RangeFuncExits& exits);
  void leaveRangeFunc(const Target& target, const ast::Stmt* to, JumpKind kind);
  void nextOrStop(const Target& target, bool isNext);
  void leaveFunction();
  bool inRangeFunc() const;
  const ast::Expr* rangeTarget(const ast::RangeStmt* s, unsigned i);
  const Var* rangeVar(const ast::RangeStmt* s, unsigned i);
  void bindRange(const ast::RangeStmt* s, unsigned i, Expr* value, const Type* t);
  bool canBeCounter(const Var* v);
  bool isUnchangedIn(const ast::Expr* x, const ast::Stmt* body);
  void switchStmt(const ast::SwitchStmt* s);
  bool fitsCppSwitch(const ast::SwitchStmt* s);
  bool isUnchangedTag(const ast::SwitchStmt* s);
  static bool comparesConstants(const ast::SwitchStmt* s);
  void cppSwitch(const ast::SwitchStmt* s, Expr* tag);
  void switchChain(const ast::SwitchStmt* s, Expr* tag, const Type* tagType);
  void emitChain(const ast::SwitchStmt* s, size_t next, Expr* tag, const Type* tagType);
  void switchWithJumps(const ast::SwitchStmt* s, Expr* tag, const Type* tagType);
  Expr* caseCondition(const ast::CaseClause* clause, Expr* tag, const Type* tagType);
  Expr* caseMatches(const ast::Expr* value, Expr* tag, const Type* tagType);
  void typeSwitchStmt(const ast::TypeSwitchStmt* s);
  Expr* hasType(Expr* any, const Type* t);
  void emitTypeCases(const ast::TypeSwitchStmt* s, size_t next, Expr* value, Expr* any,
                     const Type* t);
  cxx::BlockStmt* typeCaseBody(const ast::TypeSwitchStmt* s, const ast::CaseClause* clause,
                               Expr* value, Expr* any);
  bool usesVar(ast::StmtList body, const Var* v);
  void sendStmt(const ast::SendStmt* s);
  // A value that a case of a select receives into a temporary first.
  struct ReceivedValue {
    unsigned index; // on the left side
    Name name;
    const Type* type;
  };
  using ReceivedValues = llvm::SmallVector<ReceivedValue, 2>;
  void selectStmt(const ast::SelectStmt* s);
  void onlyCase(const ast::SelectStmt* s, const ast::CommClause* clause);
  void selectSwitch(const ast::SelectStmt* s);
  void selectIf(const ast::SelectStmt* s);
  Expr* caseIndex(int64_t index, const ast::CommClause* clause);
  Expr* selectCase(const ast::SelectStmt* s, size_t i, ReceivedValues& later);
  Expr* caseOperand(const ast::Expr* e, Expr* x, const Type* t, bool eventsFollow);
  bool hasEventsFrom(const ast::SelectStmt* s, size_t next);
  Expr* receivedInto(const ast::AssignStmt* assign, unsigned i, const Type* t,
                     ReceivedValues& later);
  cxx::BlockStmt* selectBody(const ast::SelectStmt* s, const ast::CommClause* clause,
                             const ReceivedValues& received);
  void goStmt(const ast::GoStmt* s);
  void deferStmt(const ast::DeferStmt* s);
  Exprs startedCall(const ast::CallExpr* e, const ast::Stmt* s);
  cxx::LambdaExpr* operandLambda(const ast::CallExpr* e);
  cxx::LambdaExpr* inWrapper(const ast::Stmt* s, cxx::LambdaExpr* lambda);
  Expr* recoverCall();
  Expr* panicCall(const ast::CallExpr* e);
  Target* innermost(bool forContinue);
  void jumpTo(const ast::Stmt* to, bool isContinue);
  void gotoStmt(const ast::LabeledStmt* to);
  Name gotoLabel(const ast::LabeledStmt* target);
  void branchStmt(const ast::BranchStmt* s);
  void labeledStmt(const ast::LabeledStmt* s);

  // --- temps.cpp
  void emit(cxx::Stmt* s);
  void emit(Expr* x) { emit(b.exprStmt(x)); }
  // A new variable `hint_` that holds x.
  Expr* temp(Expr* x, const Type* t, llvm::StringRef hint);
  Expr* tempOf(Expr* x, cxx::Type* type, llvm::StringRef hint);
  // x if it is simple, else a temporary.
  Expr* simple(Expr* x, const Type* t, llvm::StringRef hint);
  bool isSimple(const Expr* x) const;
  bool isLiteral(const Expr* x) const;
  // A word for what e holds: `f` for f(x), `len`…
  llvm::StringRef hintFor(const ast::Expr* e);
  llvm::StringRef hintFor(const Type* t);
  bool isStableOperand(const ast::Expr* e) { return !analysis.order.readsState(e); }

  Lowerer& l;
  cxx::Builder& b;
  const Analysis& analysis;
  LocalNames locals_;
  Stmts statements_;
  Function* fn_ = nullptr;
  std::vector<Target> targets_;
  Expr* secondPlace_ = nullptr; // of a range clause that assigns, between its assignments
  Name loopBreakLabel_;         // of the loop whose body was lowered last
  llvm::DenseMap<const ast::LabeledStmt*, Name> gotoLabels_;
  SourcePos pos_;                              // of the statement being lowered
  llvm::DenseSet<const cxx::Expr*> narrowing_; // casts that only restore a narrow type
  llvm::DenseMap<const Var*, cxx::VarStmt*> declarations_;
  std::vector<std::pair<cxx::BindingStmt*, std::vector<const Var*>>> bindings_;
  llvm::DenseSet<const Var*> used_;              // local variables that the emitted code mentions
  llvm::DenseSet<const Var*> references_;        // pointers that are references in C++
  llvm::SmallVector<FoundSlice, 4> foundSlices_; // by the loops around, the outermost first
  CountedLoop counted_;                          // the innermost loop
  int64_t frameBytes_ = 0, frameVariables_ = 0;
};

// The runtime's function for a function of Go's library that is an operation of the machine, or "".
// In call.cpp.
llvm::StringRef machineOperation(const Func* function);
// Whether e is the blank identifier. In assign.cpp.
bool isBlank(const ast::Expr* e);
// The statements of a clause of `s`, a switch or select, without a final break out of it: C++ has
// its own there. In labels.cpp.
ast::StmtList withoutFinalBreak(const ast::Stmt* s, ast::StmtList body);

} // namespace minigo
