// What is found before a program is compiled: files, packages, imports; and the form in which
// messages are printed.
#include "frontend/frontend.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

#include "gtest/gtest.h"

using namespace minigo;

namespace {

class Load : public testing::Test {
protected:
  void SetUp() override {
    ASSERT_FALSE(llvm::sys::fs::createUniqueDirectory("minigo-load", directory));
    options.directory = std::string(directory);
    options.builtinDir = path("packages");
    options.onlyBuiltin = true;
    options.goRoot = path("goroot");
  }
  void TearDown() override { llvm::sys::fs::remove_directories(directory); }

  std::string path(llvm::StringRef name) { return (directory + "/" + name).str(); }
  void file(llvm::StringRef name, llvm::StringRef text) {
    std::string where = path(name);
    llvm::sys::fs::create_directories(llvm::sys::path::parent_path(where));
    std::error_code error;
    llvm::raw_fd_ostream(where, error) << text;
    ASSERT_FALSE(error);
  }
  // What the command prints for these files.
  std::string messages(std::initializer_list<llvm::StringRef> names) {
    std::vector<std::string> files;
    for (llvm::StringRef name : names)
      files.push_back(path(name));
    Program program;
    Diagnostics diags(program.sources);
    bool ok = loadProgram(program, files, options, diags);
    EXPECT_EQ(ok, diags.empty());
    loadErrors = diags.areLoadErrors();
    std::string text;
    llvm::raw_string_ostream os(text);
    diags.print(os);
    llvm::StringRef shown = text;
    shown.consume_front("# command-line-arguments\n");
    return shown.str();
  }

  llvm::SmallString<128> directory;
  FrontendOptions options;
  bool loadErrors = false;
};

TEST_F(Load, ProgramWithPackages) {
  file("packages/a/a.go", "package a\nimport \"b\"\nfunc F() int { return b.N }\n");
  file("packages/b/b.go", "package b\nconst N = 1\n");
  file("packages/b/b_test.go", "this is not read");
  file("main.go", "package main\nimport \"a\"\nfunc main() { println(a.F()) }\n");
  EXPECT_EQ(messages({"main.go"}), "");
}

TEST_F(Load, UnknownImportsAreReportedAlone) {
  file("main.go", "package main\n\nimport (\n\t\"nosuch\"\n\t\"example.com/x\"\n\t\"net/http\"\n\t"
                  "\"./rel\"\n\t\"a//b\"\n)\n\nfunc main() { x := }\n");
  EXPECT_EQ(messages({"main.go"}),
            "main.go:7:2: \"./rel\" is relative, but relative import paths are not supported in "
            "module mode\n"
            "main.go:8:2: malformed import path \"a//b\": double slash\n"
            "main.go:5:2: no required module provides package example.com/x: go.mod file not found "
            "in current directory or any parent directory; see 'go help modules'\n"
            "main.go:6:2: minigo: not supported yet: package net/http\n"
            "main.go:4:2: package nosuch is not in std (" +
                path("goroot/src/nosuch") + ")\n");
  EXPECT_TRUE(loadErrors);
}

TEST_F(Load, ImportCycle) {
  file("packages/a/a.go", "package a\nimport _ \"b\"\n");
  file("packages/b/b.go", "package b\nimport _ \"a\"\n");
  file("main.go", "package main\nimport _ \"a\"\nfunc main() {}\n");
  EXPECT_EQ(messages({"main.go"}),
            "package command-line-arguments\n\timports a from main.go\n\timports b from a.go\n"
            "\timports a from b.go: import cycle not allowed\n");
}

TEST_F(Load, InternalPackagesAreForTheLibrary) {
  file("packages/internal/x/x.go", "package x\n");
  file("main.go", "package main\nimport _ \"internal/x\"\nfunc main() {}\n");
  EXPECT_EQ(messages({"main.go"}), "package command-line-arguments\n\tmain.go:2:8: use of internal "
                                   "package internal/x not allowed\n");
}

TEST_F(Load, FilesOfTwoPackages) {
  file("a.go", "package main\n");
  file("b.go", "package other\n");
  EXPECT_EQ(messages({"b.go", "a.go"}),
            "found packages other (b.go) and main (a.go) in " + std::string(directory) + "\n");
}

TEST_F(Load, MissingFile) {
  EXPECT_EQ(messages({"none.go"}), "open " + path("none.go") + ": no such file or directory\n");
}

TEST_F(Load, MissingMain) {
  file("main.go", "package main\n");
  EXPECT_EQ(messages({"main.go"}),
            "runtime.main_main·f: function main is undeclared in the main package\n");
  EXPECT_FALSE(loadErrors);
  file("lib.go", "package lib\n");
  EXPECT_EQ(messages({"lib.go"}), "");
}

TEST_F(Load, StopsAtTheTenthError) {
  std::string text = "package main\nfunc main() {\n";
  for (int i = 0; i < 12; ++i)
    text += "\tx" + std::to_string(i) + "()\n";
  file("main.go", text + "}\n");
  std::string got = messages({"main.go"});
  EXPECT_EQ(llvm::StringRef(got).count('\n'), 11u);
  EXPECT_TRUE(llvm::StringRef(got).starts_with("./main.go:3:2: undefined: x0\n"));
  EXPECT_TRUE(llvm::StringRef(got).ends_with("./main.go:12:2: undefined: x9\n"
                                             "./main.go:12:2: too many errors\n"));
}

TEST_F(Load, LineDirectives) {
  file("main.go", "package main\n//line other.y:100\nfunc main() { x() }\n/*line z.y:7:3*/ var v = "
                  "y\n");
  EXPECT_EQ(messages({"main.go"}), "z.y:7:12: undefined: y\nother.y:100: undefined: x\n");
}

// A file comes first if gc has reported something in it first, and it checks bodies last.
TEST_F(Load, OrderOfFiles) {
  file("a.go", "package main\nfunc main() { x() }\nfunc f() { y() }\n");
  file("b.go", "package main\nvar v = z\nfunc g() { w() }\n");
  EXPECT_EQ(messages({"a.go", "b.go"}), "./b.go:2:9: undefined: z\n./b.go:3:12: undefined: w\n"
                                        "./a.go:2:15: undefined: x\n./a.go:3:12: undefined: y\n");
}

TEST_F(Load, FilesElsewhereKeepTheirPath) {
  file("sub/main.go", "package main\nfunc main() { x() }\n");
  EXPECT_EQ(messages({"sub/main.go"}), "sub/main.go:2:15: undefined: x\n");
  options.directory = path("sub/deeper");
  EXPECT_EQ(messages({"sub/main.go"}), "../main.go:2:15: undefined: x\n");
}

} // namespace
