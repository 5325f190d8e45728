// panic, recover, defer, faults and what uncaught panics print. Functions live in go::main, because
// tracebacks show only those of a Go package.
#include "test/runtime/with_workers.h"

using namespace mg;
using namespace mg::test;

namespace {

class PanicTest : public WithWorkers {};
INSTANTIATE_TEST_SUITE_P(, PanicTest, kWorkers);
class RecoverTest : public WithWorkers {};
INSTANTIATE_TEST_SUITE_P(, RecoverTest, kWorkers);
class DeferTest : public WithWorkers {};
INSTANTIATE_TEST_SUITE_P(, DeferTest, kWorkers);
class GoTest : public WithWorkers {};
INSTANTIATE_TEST_SUITE_P(, GoTest, kWorkers);
class TracebackTest : public WithWorkers {};
INSTANTIATE_TEST_SUITE_P(, TracebackTest, kWorkers);

Any text(const char* s) {
  return toAny(type_string, String(reinterpret_cast<const Byte*>(s), Int(__builtin_strlen(s))));
}

void show(Any value) {
  if (!value.type)
    println("nil"_s);
  else if (value.type == &type_string)
    println(unbox<String>(value.data));
  else if (value.type == &type_int)
    println(unbox<Int>(value.data));
  else
    println(assertIface<ErrorMethods>(value, type_error).tab->Error(value.data));
}

// An address that the compiler knows nothing about.
volatile Int* address(Uintptr word) {
  asm volatile("" : "+r"(word));
  return reinterpret_cast<volatile Int*>(word);
}

bool startsWith(const Outcome& outcome, const char* text) {
  return outcome.text.rfind(text, 0) == 0;
}
bool contains(const Outcome& outcome, const char* text) {
  return outcome.text.find(text) != std::string::npos;
}

} // namespace

namespace go::main {

MG_FUNC_NAME("go::main::handler", "main.f.func1");
MG_FUNC_NAME("go::main::hiddenWrapper", "");
MG_NAME_LINES("go::main::outer", __FILE__, 1, 10000, "main.outer.func2");

[[gnu::noinline]] void handler(Int* result) {
  Recovery recovery_(&handler);
  Any value = recovery_.recover();
  show(value);
  show(recovery_.recover()); // nil the second time
  *result = 5;
}

void note(Int i) { println("deferred"_s, i); }

[[gnu::noinline]] Int f(Int kind, Slice<Int> s, Ptr<Int> p) {
  Int result = 1;
  Defers defers_;
  defers_.run([&] {
    defer(defers_, &note, Int(1));
    defer(defers_, &handler, &result);
    for (Int i = 2; i < 4; ++i)
      defer(defers_, &note, i);
    switch (kind) {
    case 0: result = s[7]; break;
    case 1: result = *p; break;
    case 2: panic(text("boom"));
    case 3: panic(toAny(type_int, Int(42)));
    case 4: panic(Any{});
    case 5: result = *address(16); break; // a fault, not a check
    case 6: panicDivide();
    case 7: panicPlainError("assignment to entry in nil map"_s);
    default: result = 2; return;
    }
    result = 3;
  });
  return result;
}

} // namespace go::main

namespace {

void recoverAll() {
  for (Int kind = 0; kind < 9; ++kind)
    println(go::main::f(kind, makeSlice<Int>(3), nullptr));
}

TEST_P(PanicTest, recovered) {
  std::string expected;
  const char* values[] = {"runtime error: index out of range [7] with length 3",
                          "runtime error: invalid memory address or nil pointer dereference",
                          "boom",
                          "42",
                          "panic called with nil argument",
                          "runtime error: invalid memory address or nil pointer dereference",
                          "runtime error: integer divide by zero",
                          "assignment to entry in nil map",
                          "nil"};
  for (const char* value : values) {
    expected += "deferred 3\ndeferred 2\n";
    expected += value;
    expected += "\nnil\ndeferred 1\n5\n";
  }
  EXPECT_EQ(run(recoverAll).text, expected);
}

[[gnu::noinline]] Int outside(Int n, Ptr<Int> p) {
  Int before = n * 3;
  Int got = go::main::f(1, {}, p);
  return before + got; // `before` lives in a saved register
}

TEST_P(PanicTest, calleeSavedRegistersSurvive) {
  Outcome outcome = run([] { println(outside(100, nullptr)); });
  EXPECT_TRUE(contains(outcome, "\n305\n")) << outcome.text;
}

// ---- Who may recover -------------------------------------------------------------------------

[[gnu::noinline]] void helper() {
  Recovery recovery_(&helper);
  show(recovery_.recover());
}
[[gnu::noinline]] void callsHelper() { helper(); }
[[gnu::noinline]] void wrapper() {
  passRecovery(&wrapper, &helper);
  helper();
}
// Deferred and running normally while the goroutine panics further out.
[[gnu::noinline]] void deferInside() {
  Defers defers_;
  defers_.run([&] { defer(defers_, &helper); });
}

void panicUnder(void (*deferred)()) {
  Defers defers_;
  defers_.run([&] {
    defer(defers_, deferred);
    panic(text("p"));
  });
  println("recovered"_s);
}

TEST_P(RecoverTest, onlyDirectlyInTheDeferredFunction) {
  EXPECT_EQ(run([] { panicUnder(&helper); }).text, "p\nrecovered\n");
  EXPECT_EQ(run([] { panicUnder(&wrapper); }).text, "p\nrecovered\n");
  EXPECT_TRUE(startsWith(run([] { panicUnder(&callsHelper); }), "nil\npanic: p\n\n"));
  EXPECT_TRUE(startsWith(run([] { panicUnder(&deferInside); }), "nil\npanic: p\n\n"));
  EXPECT_EQ(run([] { helper(); }).text, "nil\n");
}

// ---- Panics inside panics --------------------------------------------------------------------

[[gnu::noinline]] void panicSecond() { panic(text("second")); }
[[gnu::noinline]] void recoverThenPanic() {
  Recovery recovery_(&recoverThenPanic);
  recovery_.recover();
  panic(text("second"));
}
[[gnu::noinline]] void repanic() {
  Recovery recovery_(&repanic);
  panic(recovery_.recover());
}

void panicFirst(void (*deferred)()) {
  Defers defers_;
  defers_.run([&] {
    defer(defers_, deferred);
    panic(text("first"));
  });
}

TEST_P(PanicTest, nested) {
  Outcome outcome = run([] { panicFirst(&panicSecond); });
  EXPECT_TRUE(startsWith(outcome, "panic: first\n\tpanic: second\n\ngoroutine 1 [running]:\n"))
      << outcome.text;
  EXPECT_EQ(outcome.status, 2);
  outcome = run([] { panicFirst(&recoverThenPanic); });
  EXPECT_TRUE(startsWith(outcome, "panic: first [recovered]\n\tpanic: second\n\n")) << outcome.text;
  outcome = run([] { panicFirst(&repanic); });
  EXPECT_TRUE(startsWith(outcome, "panic: first [recovered, repanicked]\n\n")) << outcome.text;
}

// The second panic is recovered by an older frame than the first one's: both are over.
void recoverOutside() {
  Defers defers_;
  defers_.run([&] {
    defer(defers_, &helper);
    panicFirst(&panicSecond);
  });
  panicUnder(&callsHelper);
}

TEST_P(PanicTest, recoveryAbandonsDeeperPanics) {
  Outcome outcome = run(recoverOutside);
  EXPECT_TRUE(startsWith(outcome, "second\nnil\npanic: p\n\n")) << outcome.text;
}

// The second panic is recovered inside the deferred call: the first one goes on.
[[gnu::noinline]] void panicAndRecover() { panicUnder(&helper); }

TEST_P(PanicTest, innerRecoveryKeepsTheOuterPanic) {
  Outcome outcome = run([] { panicFirst(&panicAndRecover); });
  EXPECT_TRUE(startsWith(outcome, "p\nrecovered\npanic: first\n\n")) << outcome.text;
}

// ---- Function literals and values --------------------------------------------------------------

Int literal(Int n) {
  Int result = n;
  Defers defers_;
  defers_.run([&] {
    defer(defers_, [](Recovery& recovery_) { show(recovery_.recover()); });
    defer(defers_, [&result](Int by) { result *= by; }, Int(10));
    panic(text("in literal"));
  });
  return result;
}

// A literal that does not recover must not pass the right on to what it defers itself.
void literalThatDefers() {
  Defers defers_;
  defers_.run([&] {
    defer(defers_, [] { deferInside(); });
    panic(text("p"));
  });
}

void deferClosure() {
  Int n = 3;
  Defers defers_;
  defers_.run([&] {
    defer(defers_, recoveringFunc<&helper>());
    defer(defers_, closure([](Recovery& recovery_) {
            show(recovery_.recover());
            panic(text("again"));
          }));
    panic(text("first"));
  });
  defers_.run([&] {
    defer(defers_, closure([](Recovery& recovery_) { show(recovery_.recover()); }));
    defer(defers_, Func<void()>{});
  });
  println(closure([&n](Int by) { return n + by; })(4), func<&literal>() == nullptr);
}

TEST_P(RecoverTest, literals) {
  EXPECT_EQ(run([] { println(literal(4)); }).text, "in literal\n40\n");
  EXPECT_TRUE(startsWith(run(literalThatDefers), "nil\npanic: p\n\n"));
  EXPECT_EQ(run(deferClosure).text,
            "first\nagain\nruntime error: invalid memory address or nil pointer dereference\n"
            "7 false\n");
}

void scoped() {
  Int n = 1;
  DeferredLambda defer1_([&n] { println("last"_s, n); });
  DeferredLambda defer2_([n = n] { println("first"_s, n); });
  n = 2;
  deferInside();
}

TEST_P(DeferTest, scoped) { EXPECT_EQ(run(scoped).text, "nil\nfirst 1\nlast 2\n"); }

TEST_P(GoTest, literals) {
  Outcome outcome = run([] {
    auto n = newObject<Int>();
    mg::go([n](Int by) { addTo(*n, by); }, Int(4));
    mg::go([n](Recovery& recovery_) {
      show(recovery_.recover());
      addTo(*n, 1);
    });
    while (numGoroutine() > 1)
      gosched();
    println(sumOf(*n));
  });
  EXPECT_EQ(outcome.text, "nil\n5\n");
}

// ---- Goexit ----------------------------------------------------------------------------------

void exitThrough() {
  Defers defers_;
  defers_.run([&] {
    defer(defers_, &helper);
    defer(defers_, &panicSecond);
    goexit();
  });
  println("not reached"_s);
}

TEST(InOrder, goesOnAfterARecoveredPanic) {
  Outcome outcome = runProgram([] {
    mg::go(&exitThrough);
    gosched();
    println(numGoroutine());
  });
  EXPECT_EQ(outcome.text, "second\n1\n");
}

TEST(InOrder, recoverReturnsNil) {
  Outcome outcome = runProgram([] {
    mg::go(+[] {
      Defers defers_;
      defers_.run([&] {
        defer(defers_, &helper);
        goexit();
      });
    });
    gosched();
    println(numGoroutine());
  });
  EXPECT_EQ(outcome.text, "nil\n1\n");
}

// ---- What is printed -------------------------------------------------------------------------

template <class T>
[[noreturn]] void panicNamed(Kind kind, String name, T value) {
  static Type type;
  type.size = sizeof(T);
  type.kind = kind;
  type.flags = Uint8(kNamed | kComparable | (kHeldInWord<T> ? kInWord : 0));
  type.name = name;
  type.pkgPath = "main"_s;
  panic(toAny(type, value));
}

TEST_P(PanicTest, values) {
  auto first = [](void (*main)()) {
    Outcome outcome = run(main);
    EXPECT_EQ(outcome.status, 2);
    return outcome.text.substr(0, outcome.text.find("\n\ngoroutine"));
  };
  EXPECT_EQ(first([] { panic(text("two\nlines")); }), "panic: two\n\tlines");
  EXPECT_EQ(first([] { panic(toAny(type_int, Int(-3))); }), "panic: -3");
  EXPECT_EQ(first([] { panic(toAny(type_bool, true)); }), "panic: true");
  EXPECT_EQ(first([] { panicNamed(Kind::Int, "main.N"_s, Int(3)); }), "panic: main.N(3)");
  EXPECT_EQ(first([] { panicNamed(Kind::String, "main.S"_s, "x"_s); }), "panic: main.S(\"x\")");
  struct T {
    Int a, b;
  };
  EXPECT_EQ(first([] { panicNamed(Kind::Struct, "main.T"_s, T{1, 2}); }).substr(0, 18),
            "panic: (main.T) 0x");
  EXPECT_EQ(first([] { panicRuntimeError("x"_s); }), "panic: runtime error: x");
  EXPECT_EQ(first([] { panic(Any{}); }), "panic: panic called with nil argument");
  std::string fault = first([] { *address(8) = 1; });
  EXPECT_EQ(fault.substr(0, fault.find(" pc=")),
            "panic: runtime error: invalid memory address or nil pointer dereference\n"
            "[signal SIGSEGV: segmentation violation code=0x1 addr=0x8");
}

} // namespace

namespace go::main {

[[gnu::noinline]] void inner(Slice<Int> s) { println(s[5]); }
[[gnu::noinline]] void hiddenWrapper(Slice<Int> s) {
  inner(s);
  asm volatile("");
}
[[gnu::noinline]] void outer() {
  Defers defers_;
  defers_.run([&] {
    []() __attribute__((noinline)) {
      hiddenWrapper({});
      asm volatile("");
    }();
    asm volatile("");
  });
}
[[gnu::noinline]] void goroutine() {
  outer();
  asm volatile("");
}
void startGoroutine() {
  mg::go(&goroutine);
  gosched();
}
[[gnu::noinline]] Int forever(Int n) {
  volatile Int here[4] = {n};
  if (here[0] == 2'000'000'000) return 0;
  return forever(n + 1) * 3 + here[0];
}
void overflow() { println(forever(0)); }

} // namespace go::main

namespace {

TEST(InOrder, showsGoFunctionsOnly) {
  Outcome outcome = runProgram(&go::main::startGoroutine);
  std::string names;
  std::string line;
  for (char c : outcome.text.substr(outcome.text.find("goroutine "))) {
    line += c;
    if (c != '\n') continue;
    if (line[0] == '\t') {
      EXPECT_TRUE(line.find("panic_test.cpp:") != std::string::npos) << line;
      line = "@\n";
    }
    names += line;
    line.clear();
  }
  EXPECT_EQ(names, "goroutine 2 [running]:\nmain.inner(...)\n@\n"
                   "main.outer.func2()\n@\nmain.outer()\n@\n"
                   "main.goroutine()\n@\ncreated by main.startGoroutine in goroutine 1\n@\n");
}

TEST_P(TracebackTest, stackOverflow) {
  Outcome outcome = run(&go::main::overflow);
  EXPECT_TRUE(startsWith(outcome, "runtime: goroutine stack exceeds 1000000000-byte limit\n"));
  EXPECT_TRUE(contains(outcome, "\nfatal error: stack overflow\n\n"));
  EXPECT_TRUE(contains(outcome, "goroutine 1 [running]:\nmain.forever(...)\n\t"));
  EXPECT_TRUE(contains(outcome, " frames elided...\n"));
  EXPECT_TRUE(contains(outcome, "main.overflow()\n\t")) << outcome.text;
  EXPECT_EQ(outcome.status, 2);
}

TEST_P(TracebackTest, wildFault) {
  Outcome outcome = run([] { *address(0x80000) = 1; });
  EXPECT_TRUE(startsWith(outcome, "unexpected fault address 0x80000\nfatal error: fault\n[signal "
                                  "SIGSEGV: segmentation violation code=0x1 addr=0x80000 pc=0x"))
      << outcome.text;
  EXPECT_EQ(outcome.status, 2);
}

} // namespace
