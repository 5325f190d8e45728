// Package-level variables: constants in their definitions, the rest in order in initPackage_.
// RUN: %minigo emit %s | FileCheck %s --match-full-lines --strict-whitespace
// RUN: %minigo emit %s > %t.cpp
// RUN: %cxx -std=c++20 -Wall -Wextra -Werror -fsyntax-only -I%minigo_dir/../lib/minigo/include %t.cpp
package main

var a = b + c
var b, c = f(), 3
var zero []string

func f() int { return c + 1 }

func init() { println("first", a) }
func init() { println("second", len(zero)) }

func main() {}

// CHECK:namespace go::main {
// CHECK-EMPTY:
// CHECK-NEXT:mg::Int a = 0;
// CHECK-NEXT:mg::Int b = 0;
// CHECK-NEXT:mg::Int c = 3;
// CHECK-NEXT:mg::Slice<mg::String> zero{};
// CHECK-EMPTY:
// CHECK-NEXT:// init.go:11:6: func f() int
// CHECK-NEXT:mg::Int f() {
// CHECK-NEXT:  return c + 1;
// CHECK-NEXT:}
// CHECK-EMPTY:
// CHECK-NEXT:// init.go:13:6: func init()
// CHECK-NEXT:void init() {
// CHECK-NEXT:  mg::println("first"_s, a);
// CHECK-NEXT:}
// CHECK-EMPTY:
// CHECK-NEXT:// init.go:14:6: func init()
// CHECK-NEXT:void init2_() {
// CHECK-NEXT:  mg::println("second"_s, zero.len);
// CHECK-NEXT:}
// CHECK-EMPTY:
// CHECK-NEXT:// init.go:16:6: func main()
// CHECK-NEXT:void main() {}
// CHECK-EMPTY:
// CHECK-NEXT:// Initializes the package's variables and calls its init functions.
// CHECK-NEXT:void initPackage_() {
// CHECK-NEXT:  b = f();
// CHECK-NEXT:  a = b + c;
// CHECK-NEXT:  init();
// CHECK-NEXT:  init2_();
// CHECK-NEXT:}
// CHECK-EMPTY:
// CHECK-NEXT:// What tracebacks call functions.
// CHECK-NEXT:MG_FUNC_NAME("go::main::init", "main.init.0");
// CHECK-NEXT:MG_FUNC_NAME("go::main::init2_", "main.init.1");
// CHECK-NEXT:MG_FUNC_NAME("go::main::initPackage_", "main.init");
// CHECK-EMPTY:
// CHECK-NEXT:} // namespace go::main
// CHECK-EMPTY:
// CHECK-NEXT:int main(int argc, char** argv) {
// CHECK-NEXT:  return mg::start(argc, argv, &go::main::initPackage_, &go::main::main);
// CHECK-NEXT:}
