// Spelling, identity, assignability, convertibility, comparability and layout of many types against
// go/types.
#include "frontend/types/assignable.h"
#include "frontend/types/identical.h"
#include "frontend/types/predicates.h"
#include "frontend/types/sizes.h"
#include "frontend/types/type_string.h"
#include "test/frontend/types_fixture.h"

#include "gtest/gtest.h"

using namespace minigo;

namespace {

struct Row {
  const char* spelling;
  int comparable;
  int64_t size, alignment;
  const char *identical, *assignable, *convertible;
};
constexpr Row kRows[] = {
#include "test/frontend/type_relations.inc"
};

class Relations : public testing::Test {
protected:
  void SetUp() override {
    addBasic();
    addComposite();
    addInterfaces();
    addDefined();
    ASSERT_EQ(list.size(), std::size(kRows));
  }

  TypesFixture f;
  std::vector<const Type*> list;

  const Type* integer = basic(BasicKind::Int);
  const Type* string = basic(BasicKind::String);

  void add(std::initializer_list<const Type*> types) { list.insert(list.end(), types); }

  void addBasic() {
    using K = BasicKind;
    for (K kind : {K::Bool, K::Int, K::Int8, K::Uint8})
      add({basic(kind)});
    add({universe().byteType, basic(K::Int32), universe().runeType});
    for (K kind : {K::Uintptr, K::Float32, K::Float64, K::Complex64, K::Complex128, K::String,
                   K::UnsafePointer})
      add({basic(kind)});
  }

  Named* myInt = f.named("MyInt", integer);
  Named* myStr = f.named("MyStr", string);

  void addComposite() {
    TypeContext& t = f.types;
    const Type* array3 = t.arrayOf(3, integer);
    const Type* receive = t.chanOf(Chan::RecvOnly, integer);
    const Type* strings = t.sliceOf(string);
    add({t.pointerTo(integer),
         t.pointerTo(myInt),
         t.sliceOf(integer),
         t.sliceOf(universe().byteType),
         t.sliceOf(universe().runeType),
         strings,
         array3,
         t.arrayOf(4, integer),
         t.pointerTo(array3),
         t.mapOf(string, integer),
         t.mapOf(myStr, integer),
         t.chanOf(Chan::Both, integer),
         receive,
         t.chanOf(Chan::SendOnly, integer),
         t.chanOf(Chan::Both, receive),
         f.func({f.var(integer)}, {f.var(string)}),
         f.func({f.var(integer, "x"), f.var(strings, "y")}, {}, true),
         f.func({f.var(integer), f.var(strings)}, {}),
         f.func({}, {f.var(integer, "a"), f.var(universe().error, "err")}),
         pair(),
         tagged(),
         f.structOf({}),
         f.structOf({f.field("f", f.func({}, {}))}),
         t.arrayOf(2, f.func({}, {}))});
  }
  const Type* pair() { return f.structOf({f.field("a", integer), f.field("B", string)}); }
  const Type* tagged() {
    return f.structOf({f.field("a", integer), f.field("B", string)}, {"x", ""});
  }

  Func* m() { return f.method("M", f.func({}, {})); }
  Func* n() { return f.method("N", f.func({f.var(integer)}, {f.var(string)})); }

  void addInterfaces() {
    Named* i = f.named("I", f.interface({m()}));
    add({universe().any, f.interface({}), universe().error, i,
         f.named("J", f.interface({m(), n()})), f.interface({m()}), f.interface({n(), m()}),
         f.interface({n()}, {i})});
  }

  void addDefined() {
    TypeContext& t = f.types;
    Named* T = f.named("T", f.structOf({}));
    f.setMethods(T, {f.method("M", f.func({}, {}), T)});
    Named* PT = f.named("PT", f.structOf({}));
    Func* ptrMethod = f.method("M", f.func({}, {}), t.pointerTo(PT));
    ptrMethod->pointerReceiver = true;
    f.setMethods(PT, {ptrMethod});
    Named* E = f.named("E", f.structOf({f.field("T", T, true)}));
    Named* EP = f.named("EP", f.structOf({f.field("PT", t.pointerTo(PT), true)}));
    add({myInt, myStr, f.named("MySlice", t.sliceOf(integer)),
         f.named("MyFunc", f.func({f.var(integer)}, {f.var(string)})),
         f.named("MyChan", t.chanOf(Chan::Both, integer)), f.named("MyStruct", pair()), T,
         t.pointerTo(T), PT, t.pointerTo(PT), E, t.pointerTo(E), EP});
    Named* List = f.types.newNamed(f.typeName("List"));
    TypeParam* P = f.typeParam("P", universe().any);
    List->typeParams = f.list({P});
    List->rhs =
        f.structOf({f.field("next", t.pointerTo(instantiate(t, List, {P}))), f.field("v", P)});
    const Type* ints = instantiate(t, List, {integer});
    add({ints, instantiate(t, List, {string}), t.pointerTo(instantiate(t, List, {integer}))});
    EXPECT_EQ(ints, instantiate(t, List, {integer}));
    Alias* A = t.newAlias(f.typeName("A"));
    A->actual = t.sliceOf(integer);
    add({A});
  }

  std::string pairText(size_t i, size_t j) {
    return typeString(f.types, list[i]) + " and " + typeString(f.types, list[j]);
  }
};

TEST_F(Relations, Spelling) {
  for (size_t i = 0; i < list.size(); ++i)
    EXPECT_EQ(typeString(f.types, list[i]), kRows[i].spelling);
}

TEST_F(Relations, IdenticalAssignableConvertible) {
  for (size_t i = 0; i < list.size(); ++i)
    for (size_t j = 0; j < list.size(); ++j) {
      SCOPED_TRACE(pairText(i, j));
      ValueInfo x{ast::Mode::Value, list[i]};
      EXPECT_EQ(identical(list[i], list[j]), kRows[i].identical[j] == '1');
      EXPECT_EQ(assignableTo(f.types, x, list[j]), kRows[i].assignable[j] == '1');
      EXPECT_EQ(convertibleTo(f.types, x, list[j]), kRows[i].convertible[j] == '1');
      if (identical(list[i], list[j])) {
        EXPECT_EQ(typeHash(list[i]), typeHash(list[j]));
      }
    }
}

TEST_F(Relations, ComparableAndLayout) {
  for (size_t i = 0; i < list.size(); ++i) {
    SCOPED_TRACE(kRows[i].spelling);
    EXPECT_EQ(isComparable(list[i]), kRows[i].comparable == 1);
    EXPECT_EQ(sizeOf(list[i]), kRows[i].size);
    EXPECT_EQ(alignOf(list[i]), kRows[i].alignment);
  }
}

} // namespace
