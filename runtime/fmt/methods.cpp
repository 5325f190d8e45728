// Operands that format themselves: Formatter, GoStringer, error and Stringer.
#include "minigo/defer.h"
#include "runtime/fmt/formatter_state.h"
#include "runtime/fmt/printer.h"

namespace mg::fmt {

// One call of an operand's method, guarded against its panics.
struct MethodCall {
  Printer* printer;
  Any arg;
  Rune verb;
  String name;

  // Deferred: turns a panic of the method into text.
  [[gnu::noinline]] static void guard(MethodCall* self) {
    Recovery recovery(&MethodCall::guard);
    Any value = recovery.recover();
    if (value.type) self->printer->recovered(self->arg, self->verb, self->name, value);
  }

  // Runs body, which calls the method.
  template <class Body>
  void run(const Body& body) {
    Defers defers;
    defers.run([&] {
      defer(defers, &MethodCall::guard, this);
      body();
    });
  }

  // Calls a method of type func() string and prints what it gives; raw: unadorned.
  void runString(const Method* method, bool raw) {
    auto call = reinterpret_cast<String (*)(void*)>(method->call);
    run([&] {
      String s = call(arg.data);
      if (raw)
        printer->format_.addString(s);
      else
        printer->printString(s, Value{&type_string, &s}, verb);
    });
  }

  void runFormat(const Method* method) {
    auto call = reinterpret_cast<void (*)(void*, State, Rune)>(method->call);
    // The state outlives this call if the method keeps it, and another goroutine may use it.
    FormatterState* state = FormatterState::make(printer->format_.flags);
    run([&] { call(arg.data, state->iface(), verb); });
    printer->text().add(state->written());
  }
};

// The text for a panic in a method. A nil receiver is the usual cause and says so shortly. A panic
// while the value of a panic is printed goes on to the caller.
void Printer::recovered(Any arg, Rune verb, String method, Any panicValue) {
  if (arg.type->kind == Kind::Pointer && !arg.data) return text().add("<nil>"_s);
  if (panicking_) mg::panic(panicValue);
  Flags old = format_.flags;
  format_.flags = Flags{};
  text().add("%!"_s);
  text().addRune(verb);
  text().add("(PANIC="_s);
  text().add(method);
  text().add(" method: "_s);
  panicking_ = true;
  printArg(panicValue, 'v');
  panicking_ = false;
  text().addByte(')');
  format_.flags = old;
}

bool Printer::handleMethods(Any arg, Rune verb) {
  if (erroring_) return false;
  const Method* error = findMethod(arg.type, "Error"_s);
  if (verb == 'w') {
    if (!error || !wrapsErrors_) {
      badVerb(arg, verb);
      return true;
    }
    verb = 'v';
  }
  if (const Method* format = findFormat(arg.type)) {
    MethodCall{this, arg, verb, "Format"_s}.runFormat(format);
    return true;
  }
  if (format_.flags.sharpV) {
    const Method* goString = findMethod(arg.type, "GoString"_s);
    if (goString) MethodCall{this, arg, verb, "GoString"_s}.runString(goString, true);
    return goString;
  }
  if (verb != 'v' && verb != 's' && verb != 'x' && verb != 'X' && verb != 'q') return false;
  if (error) {
    MethodCall{this, arg, verb, "Error"_s}.runString(error, false);
    return true;
  }
  const Method* string = findMethod(arg.type, "String"_s);
  if (string) MethodCall{this, arg, verb, "String"_s}.runString(string, false);
  return string;
}

} // namespace mg::fmt
