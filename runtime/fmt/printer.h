// One call of a printing function: operands, verbs, methods and the text so far.
#pragma once

#include "minigo/iface.h"
#include "minigo/slice.h"
#include "minigo/type.h"
#include "runtime/fmt/format.h"
#include "runtime/fmt/value.h"

namespace mg::fmt {

class Printer {
public:
  void print(Slice<Any> operands);
  void println(Slice<Any> operands);
  void printf(String format, Slice<Any> operands);
  // As printf; %w is allowed and remembered in wrapped().
  void errorf(String format, Slice<Any> operands);

  Text& text() { return format_.out; }
  // Set by errorf: which operands had the verb %w, in operand order; one may come
  // several times in a row.
  const Int* wrapped() const { return wrapped_; }
  Int wrappedCount() const { return wrappedCount_; }

private:
  friend class DirectiveParser;
  friend struct MethodCall;

  // An operand with no enclosing value.
  void printArg(Any arg, Rune verb);
  void printReflected(Any arg, Rune verb);
  // depth is 0 for an operand itself.
  void printValue(const Value& value, Rune verb, Int depth);
  void badVerb(Any arg, Rune verb);
  void badVerb(const Value& value, Rune verb);
  bool handleMethods(Any arg, Rune verb);
  void recovered(Any arg, Rune verb, String method, Any panicValue);

  void printBool(const Value& value, Rune verb);
  void printInteger(const Value& value, Rune verb);
  void printIntegerAs(Uint64 number, bool isSigned, const Value& value, Rune verb);
  void printFloat(Float64 number, int bitSize, const Value& value, Rune verb);
  void printComplex(const Value& value, Rune verb);
  void printString(String s, const Value& value, Rune verb);
  bool printBytes(const Value& value, Rune verb, String typeName, bool whole);
  void printMap(const Value& value, Rune verb, Int depth);
  void printStruct(const Value& value, Rune verb, Int depth);
  void printIface(const Value& value, Rune verb, Int depth);
  void printElements(const Value& value, Rune verb, Int depth);
  void printPointer(const Value& value, Rune verb, Int depth);
  void printAddress(const Value& value, Rune verb);
  void printHex(Uint64 number, bool leading0x);
  void separator(Int index);

  void noteWrapped(Int operand);
  void sortWrapped();

  Formatter format_;
  bool erroring_ = false;  // printing a bad verb: methods are not called, lest they fail again
  bool panicking_ = false; // printing the value of a panic in a method
  bool wrapsErrors_ = false;
  bool reordered_ = false; // the format used explicit operand numbers
  Int wrappedCount_ = 0;
  Int wrappedRoom_ = 0;
  Int* wrapped_ = nullptr;
};

} // namespace mg::fmt
