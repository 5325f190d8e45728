// Lookup, missing methods, constraints, instances and inference.
#include "frontend/types/infer.h"
#include "frontend/types/lookup.h"
#include "frontend/types/method_set.h"
#include "frontend/types/predicates.h"
#include "frontend/types/sizes.h"
#include "frontend/types/type_set.h"
#include "frontend/types/type_string.h"
#include "test/frontend/types_fixture.h"

#include "gtest/gtest.h"

using namespace minigo;

namespace {

class Generics : public testing::Test {
protected:
  TypesFixture f;
  TypeContext& t = f.types;
  const Type* integer = basic(BasicKind::Int);
  const Type* string = basic(BasicKind::String);
  std::vector<ast::Ident*> names;

  InferenceArgument arg(const Type* type, ast::Mode mode = ast::Mode::Value) {
    ast::Expr* name = f.program.arena.make<ast::Ident>(SourcePos(), "x");
    return {mode, type, name};
  }
  Inference inferFrom(llvm::ArrayRef<TypeParam*> params, llvm::ArrayRef<const Type*> parameters,
                      llvm::ArrayRef<InferenceArgument> args) {
    llvm::SmallVector<Var*, 4> vars;
    for (const Type* p : parameters)
      vars.push_back(f.var(p));
    return infer(t, params, {}, t.tupleOf(vars), args);
  }
  std::string argsText(const Inference& inference) {
    std::string text;
    for (const Type* type : inference.typeArgs)
      text += (text.empty() ? "" : ", ") + typeString(t, type);
    return inference.ok ? text : inference.message;
  }
  std::string whyNot(const Type* V, const Type* T, bool constraint = false) {
    std::string cause;
    return implements(t, V, T, constraint, &cause) ? "" : cause;
  }
};

TEST_F(Generics, MissingMethodTexts) {
  Named* T = f.named("T", f.structOf({}));
  Func* onPointer = f.method("M", f.func({}, {}), t.pointerTo(T));
  onPointer->pointerReceiver = true;
  Func* other = f.method("n", f.func({f.var(integer, "i")}, {}), T);
  f.setMethods(T, {onPointer, other});
  auto iface = [&](Func* m) { return f.named("I", f.interface({m})); };
  EXPECT_EQ(whyNot(T, iface(f.method("M", f.func({}, {})))),
            "T does not implement I (method M has pointer receiver)");
  EXPECT_EQ(whyNot(t.pointerTo(T), iface(f.method("M", f.func({}, {})))), "");
  EXPECT_EQ(whyNot(T, iface(f.method("X", f.func({}, {})))),
            "T does not implement I (missing method X)");
  EXPECT_EQ(
      whyNot(T, iface(f.method("n", f.func({}, {f.var(string)})))),
      "T does not implement I (wrong type for method n)\n\t\thave n(int)\n\t\twant n() string");
  EXPECT_EQ(whyNot(T, iface(f.method("N", f.func({f.var(integer)}, {})))),
            "T does not implement I (missing method N)\n\t\thave n(int)\n\t\twant N(int)");
}

TEST_F(Generics, AmbiguousSelector) {
  Named* A = f.named("A", f.structOf({f.field("x", integer)}));
  Named* B = f.named("B", f.structOf({f.field("x", string)}));
  const Type* both = f.structOf({f.field("A", A, true), f.field("B", B, true)});
  LookupResult result = lookupFieldOrMethod(t, both, true, &f.package, "x");
  EXPECT_TRUE(result.ambiguous);
  EXPECT_EQ(result.object, nullptr);
  result = lookupFieldOrMethod(t, t.pointerTo(both), true, &f.package, "A");
  ASSERT_NE(result.object, nullptr);
  EXPECT_TRUE(result.indirect);
}

TEST_F(Generics, ConstraintTexts) {
  const Type* number = f.named(
      "Number", f.interface({}, {f.unionOf({{true, integer}, {true, basic(BasicKind::Float64)}})}));
  EXPECT_EQ(whyNot(string, number, true),
            "string does not satisfy Number (string missing in ~int | ~float64)");
  EXPECT_EQ(whyNot(f.named("MyInt", integer), number, true), "");
  const Type* exact = f.named("Exact", f.interface({}, {f.unionOf({{false, integer}})}));
  EXPECT_EQ(whyNot(f.named("MyInt", integer), exact, true),
            "MyInt does not satisfy Exact (possibly missing ~ for int in Exact)");
  EXPECT_EQ(whyNot(t.sliceOf(integer), universe().comparable, true),
            "[]int does not satisfy comparable");
  EXPECT_EQ(whyNot(universe().any, universe().comparable, true), "");
}

TEST_F(Generics, InstancesOfRecursiveTypes) {
  Named* list = t.newNamed(f.typeName("List"));
  TypeParam* P = f.typeParam("P", universe().any);
  list->typeParams = f.list({P});
  // type List[P any] struct { deeper *List[[]P]; v P } expands without end, but only on demand.
  list->rhs = f.structOf(
      {f.field("deeper", t.pointerTo(instantiate(t, list, {t.sliceOf(P)}))), f.field("v", P)});
  const Type* ints = instantiate(t, list, {integer});
  const Struct* s = asUnder<Struct>(ints);
  ASSERT_NE(s, nullptr);
  EXPECT_EQ(typeString(t, s->fields[0]->type), "*List[[]int]");
  EXPECT_EQ(typeString(t, s->fields[1]->type), "int");
  EXPECT_EQ(sizeOf(ints), 16);
}

TEST_F(Generics, MethodsOfInstances) {
  Named* box = t.newNamed(f.typeName("Box"));
  TypeParam* P = f.typeParam("P", universe().any);
  box->typeParams = f.list({P});
  box->rhs = f.structOf({f.field("v", P)});
  TypeParam* Q = f.typeParam("Q", universe().any);
  const Type* receiver = instantiate(t, box, {Q});
  Signature* get = f.func({}, {f.var(Q)});
  get->receiverTypeParams = f.list({Q});
  Func* generic = f.method("Get", get, t.pointerTo(receiver));
  generic->pointerReceiver = true;
  f.setMethods(box, {generic});
  const auto* strings = llvm::cast<Named>(instantiate(t, box, {string}));
  LookupResult found = lookupFieldOrMethod(t, strings, true, &f.package, "Get");
  auto* method = llvm::dyn_cast_or_null<Func>(found.object);
  ASSERT_NE(method, nullptr);
  EXPECT_EQ(method->origin, generic);
  EXPECT_EQ(typeString(t, method->type), "func() string");
  EXPECT_EQ(typeString(t, method->signature()->receiver->type), "*Box[string]");
  EXPECT_EQ(methodAt(t, llvm::cast<Named>(receiver), 0), generic);
  EXPECT_EQ(methodSetOf(t, strings).size(), 0u);
  EXPECT_EQ(methodSetOf(t, t.pointerTo(strings)).size(), 1u);
}

TEST_F(Generics, InferenceFromArguments) {
  TypeParam* K = f.typeParam("K", universe().comparable, 0);
  TypeParam* V = f.typeParam("V", universe().any, 1);
  Inference got = inferFrom(f.list({K, V}), {t.mapOf(K, V)}, {arg(t.mapOf(string, integer))});
  EXPECT_EQ(argsText(got), "string, int");
  got = inferFrom(f.list({K, V}), {K}, {arg(integer)});
  EXPECT_EQ(argsText(got), "cannot infer V (declared at -)");
  got = inferFrom(f.list({K}), {K, K}, {arg(integer), arg(string)});
  EXPECT_EQ(argsText(got), "type string of x does not match inferred type int for K");
  got = inferFrom(f.list({K}), {t.sliceOf(K)}, {arg(integer)});
  EXPECT_EQ(argsText(got), "type int of x does not match []K (cannot infer K)");
}

TEST_F(Generics, InferenceFromUntypedConstants) {
  TypeParam* T = f.typeParam("T", universe().any);
  const Type* rune = basic(BasicKind::UntypedRune);
  const Type* floating = basic(BasicKind::UntypedFloat);
  auto constant = [&](const Type* type) { return arg(type, ast::Mode::Constant); };
  EXPECT_EQ(argsText(inferFrom(f.list({T}), {T, T}, {constant(rune), constant(floating)})),
            "float64");
  EXPECT_EQ(argsText(inferFrom(f.list({T}), {T, T}, {constant(rune), arg(integer)})), "int");
  EXPECT_EQ(argsText(inferFrom(f.list({T}), {T, T},
                               {constant(rune), constant(basic(BasicKind::UntypedString))})),
            "mismatched types untyped rune and untyped string (cannot infer T)");
}

// func f[S ~[]E, E any](s S)
TEST_F(Generics, InferenceFromConstraints) {
  TypeParam* E = f.typeParam("E", universe().any, 1);
  Interface* constraint = f.interface({}, {f.unionOf({{true, t.sliceOf(E)}})});
  constraint->implicit = true; // as written: ~[]E
  TypeParam* S = f.typeParam("S", constraint, 0);
  Named* points = f.named("Points", t.sliceOf(string));
  EXPECT_EQ(argsText(inferFrom(f.list({S, E}), {S}, {arg(points)})), "Points, string");
  EXPECT_EQ(argsText(inferFrom(f.list({S, E}), {S}, {arg(integer)})),
            "S (type int) does not satisfy ~[]E");
}

// A defined type wins over a literal one, whatever the order of arguments.
TEST_F(Generics, InferencePrefersDefinedTypes) {
  TypeParam* T = f.typeParam("T", universe().any);
  Named* points = f.named("Points", t.sliceOf(string));
  const Type* literal = t.sliceOf(string);
  EXPECT_EQ(argsText(inferFrom(f.list({T}), {T, T}, {arg(points), arg(literal)})), "Points");
  EXPECT_EQ(argsText(inferFrom(f.list({T}), {T, T}, {arg(literal), arg(points)})), "Points");
}

TEST_F(Generics, CyclicConstraintIsNotInferred) {
  TypeParam* A = f.typeParam("A", nullptr);
  A->constraint = f.interface({}, {t.pointerTo(A)});
  EXPECT_EQ(argsText(inferFrom(f.list({A}), {}, {})), "cannot infer A (declared at -)");
}

TEST_F(Generics, TypeSets) {
  const Type* a = f.interface({}, {f.unionOf({{true, integer}, {false, string}})});
  const Type* b = f.interface({}, {f.unionOf({{false, integer}, {true, string}})});
  const auto* both = f.interface({}, {a, b});
  EXPECT_EQ(termsString(t, typeSetOf(both)), "int | string");
  const auto* none = f.interface({}, {integer, string});
  EXPECT_TRUE(isEmptySet(typeSetOf(none)));
  const auto* comparable = f.interface(
      {}, {universe().comparable, f.unionOf({{false, integer}, {false, t.sliceOf(integer)}})});
  EXPECT_EQ(termsString(t, typeSetOf(comparable)), "int");
}

} // namespace
