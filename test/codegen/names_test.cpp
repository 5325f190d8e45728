// Names of packages, locals and types.
#include "codegen/names/local_names.h"
#include "codegen/names/mangle.h"
#include "frontend/program.h"
#include "frontend/types/type_context.h"
#include "frontend/types/universe.h"

#include <gtest/gtest.h>

#include <set>

using namespace minigo;

namespace {

TEST(Mangle, ImportPaths) {
  EXPECT_EQ(mangleImportPath("fmt"), "fmt");
  EXPECT_EQ(mangleImportPath("sync/atomic"), "sync_atomic");
  EXPECT_EQ(mangleImportPath("my_pkg"), "my_x5f_pkg");
  EXPECT_EQ(mangleImportPath("a-b/v2"), "a_x2d_b_v2");
  EXPECT_EQ(mangleImportPath("register"), "register_");
  EXPECT_NE(mangleImportPath("a/b"), mangleImportPath("a_b"));
  EXPECT_EQ(mangleImportPath("github.com/a/b"), "github_com_a_b");
  EXPECT_EQ(mangleImportPath("go.uber.org/x/net/yaml.v3"), "go_uber_org_x_net_yaml_x2e_v3");
  EXPECT_EQ(mangleImportPath("example.com"), "example_com");
  // What could be taken for a host name is told apart from it.
  EXPECT_EQ(mangleImportPath("github/com/a"), "github_x2f_com_a");
  EXPECT_EQ(mangleImportPath("a.com.org/b"), "a_x2e_com_x2e_org_b");
  EXPECT_EQ(mangleImportPath("a.localhost/com/b"), "a_x2e_localhost_x2f_com_b");
}

class Names : public testing::Test {
protected:
  Arena arena;
  NameMaker maker{arena};
  ProgramNames all{maker};
  Package package;
  Scope scope{nullptr};
  uint32_t order_ = 0;

  void SetUp() override {
    package.path = "main";
    package.name = "main";
    package.scope = &scope;
  }
  template <class T>
  T* declare(T* object) {
    object->order = ++order_;
    scope.insert(object);
    return object;
  }
  Var* variable(llvm::StringRef name) {
    return declare(arena.make<Var>(VarKind::Package, SourcePos(), &package, name, nullptr));
  }
  TypeName* typeName(llvm::StringRef name) {
    return declare(arena.make<TypeName>(SourcePos(), &package, name, nullptr));
  }
};

TEST_F(Names, PackageLevelNamesDependOnOrderOnly) {
  Var* errnoVar = variable("errno");
  Var* other = variable("errno_");
  PackageNames& names = all.of(&package);
  EXPECT_EQ(names.of(errnoVar).text(), "errno_");
  EXPECT_EQ(names.of(other).text(), "errno__");
}

TEST_F(Names, LocalsHideNothing) {
  variable("worker");
  LocalNames locals(all.of(&package));
  EXPECT_EQ(locals.declare("x").text(), "x");
  EXPECT_EQ(locals.declare("worker").text(), "worker2_");
  {
    LocalNames::Scope block(locals);
    EXPECT_EQ(locals.declare("x").text(), "x2_");
    EXPECT_EQ(locals.temp("len").text(), "len_");
    EXPECT_EQ(locals.temp("len").text(), "len2_");
  }
  {
    LocalNames::Scope block(locals);
    EXPECT_EQ(locals.declare("x").text(), "x2_");
    EXPECT_EQ(locals.temp("len").text(), "len_");
  }
  EXPECT_EQ(locals.declare("this").text(), "this_");
}

TEST_F(Names, TypeWords) {
  const Type* intType = basicType(BasicKind::Int);
  auto word = [&](const Type* t) { return typeWord(t, nullptr, all); };
  EXPECT_EQ(word(arena.make<Slice>(intType)), "slice_int");
  EXPECT_EQ(word(arena.make<Map>(basicType(BasicKind::String), arena.make<Slice>(intType))),
            "map_string_slice_int");
  Named* point = arena.make<Named>(typeName("Point"));
  EXPECT_EQ(word(arena.make<Pointer>(point)), "ptr_main_Point");
  EXPECT_EQ(typeWord(arena.make<Pointer>(point), &package, all), "ptr_Point");
}

// Types that could be read in two ways get a hash, and different ones.
TEST_F(Names, TypeWordsAreInjective) {
  auto tuple = [&](std::initializer_list<const Type*> types) {
    llvm::SmallVector<Var*, 4> vars;
    for (const Type* t : types)
      vars.push_back(arena.make<Var>(VarKind::Param, SourcePos(), nullptr, "", t));
    return arena.make<Tuple>(arena.copy<Var*>(vars));
  };
  auto function = [&](const Tuple* params, const Tuple* results) {
    auto* s = arena.make<Signature>();
    s->params = params;
    s->results = results;
    return s;
  };
  const Type* intType = basicType(BasicKind::Int);
  const Type* inner1 = function(tuple({}), tuple({intType}));
  const Type* inner2 = function(tuple({}), tuple({}));
  std::set<std::string> words = {
      typeWord(function(tuple({inner1}), tuple({})), nullptr, all),
      typeWord(function(tuple({inner2}), tuple({intType})), nullptr, all),
      typeWord(arena.make<Named>(typeName("slice_int")), nullptr, all),
      typeWord(arena.make<Slice>(intType), nullptr, all),
  };
  EXPECT_EQ(words.size(), 4u);
}

} // namespace
