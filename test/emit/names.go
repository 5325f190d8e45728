// Names that C++ reserves, names that collide, and locals that would hide something.
// RUN: %minigo emit %s | FileCheck %s --match-full-lines --strict-whitespace
// RUN: %minigo emit %s > %t.cpp
// RUN: %cxx -std=c++20 -Wall -Wextra -Werror -fsyntax-only -I%minigo_dir/../lib/minigo/include %t.cpp
package main

var errno, errno_ int

type A struct{ class int }
type A_B struct{}

func (A) B_C()       {}
func (A_B) C() int   { return 1 }
func (a A) this() int { return a.class }

func count(register int) int { return register + errno + errno_ }

func größe(x int) int {
	{
		x := x + 1
		x++
		errno += x
	}
	count := count(x)
	return count
}

func main() {
	A{}.B_C()
	println(A_B{}.C(), größe(1), A{class: 3}.this())
}

// CHECK:namespace go::main {
// CHECK-EMPTY:
// CHECK-NEXT:// names.go:9:6: type A
// CHECK-NEXT:struct A {
// CHECK-NEXT:  mg::Int class_ = 0;
// CHECK-NEXT:  bool operator==(const A&) const = default;
// CHECK-NEXT:};
// CHECK-EMPTY:
// CHECK-NEXT:// names.go:10:6: type A_B
// CHECK-NEXT:struct A_B {
// CHECK-NEXT:  mg::Array<mg::Byte, 0> empty_ = {};
// CHECK-NEXT:  bool operator==(const A_B&) const = default;
// CHECK-NEXT:};
// CHECK-EMPTY:
// CHECK-NEXT:} // namespace go::main
// CHECK-EMPTY:
// CHECK-NEXT:namespace mg {
// CHECK-EMPTY:
// CHECK-NEXT:template <>
// CHECK-NEXT:inline constexpr bool kPointerFree<go::main::A> = true;
// CHECK-NEXT:template <>
// CHECK-NEXT:inline constexpr bool kPointerFree<go::main::A_B> = true;
// CHECK-EMPTY:
// CHECK-NEXT:} // namespace mg
// CHECK-EMPTY:
// CHECK-NEXT:namespace go::main {
// CHECK-EMPTY:
// CHECK-NEXT:mg::Int errno_ = 0;
// CHECK-NEXT:mg::Int errno__ = 0;
// CHECK-EMPTY:
// CHECK-NEXT:// names.go:12:10: func (A) B_C()
// CHECK-NEXT:void A_B_C(A) {}
// CHECK-EMPTY:
// CHECK-NEXT:// names.go:13:12: func (A_B) C() int
// CHECK-NEXT:mg::Int A_B_C2_(A_B) {
// CHECK-NEXT:  return 1;
// CHECK-NEXT:}
// CHECK-EMPTY:
// CHECK-NEXT:// names.go:14:12: func (a A) this() int
// CHECK-NEXT:mg::Int A_this(A a) {
// CHECK-NEXT:  return a.class_;
// CHECK-NEXT:}
// CHECK-EMPTY:
// CHECK-NEXT:// names.go:16:6: func count(register int) int
// CHECK-NEXT:mg::Int count(mg::Int register_) {
// CHECK-NEXT:  return register_ + errno_ + errno__;
// CHECK-NEXT:}
// CHECK-EMPTY:
// CHECK-NEXT:// names.go:18:6: func größe(x int) int
// CHECK-NEXT:mg::Int größe(mg::Int x) {
// CHECK-NEXT:  {
// CHECK-NEXT:    mg::Int x2_ = x + 1;
// CHECK-NEXT:    ++x2_;
// CHECK-NEXT:    errno_ += x2_;
// CHECK-NEXT:  }
// CHECK-NEXT:  mg::Int count2_ = count(x);
// CHECK-NEXT:  return count2_;
// CHECK-NEXT:}
// CHECK-EMPTY:
// CHECK-NEXT:// names.go:28:6: func main()
// CHECK-NEXT:void main() {
// CHECK-NEXT:  A_B_C(A{});
// CHECK-NEXT:  mg::Int c_ = A_B_C2_(A_B{});
// CHECK-NEXT:  mg::Int größe_ = größe(1);
// CHECK-NEXT:  mg::println(c_, größe_, A_this(A{.class_ = 3}));
// CHECK-NEXT:}
// CHECK-EMPTY:
// CHECK-NEXT:// What tracebacks call functions.
// CHECK-NEXT:MG_FUNC_NAME("go::main::A_B_C", "main.A.B_C");
// CHECK-NEXT:MG_FUNC_NAME("go::main::A_B_C2_", "main.A_B.C");
// CHECK-NEXT:MG_FUNC_NAME("go::main::A_this", "main.A.this");
// CHECK-EMPTY:
// CHECK-NEXT:} // namespace go::main
// CHECK-EMPTY:
// CHECK-NEXT:int main(int argc, char** argv) {
// CHECK-NEXT:  return mg::start(argc, argv, nullptr, &go::main::main);
// CHECK-NEXT:}
