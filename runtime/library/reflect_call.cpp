// Package reflect: calls of functions, and functions, whose signature is known at run time only.
//
// Generated functions are plain C++ functions, so arguments travel as the System V ABI of x86-64
// says: a value of at most two words goes into registers, word by word, integers and pointers into
// one kind and floating-point numbers into the other, or onto the stack if too few are left; larger
// values go onto the stack. All types of generated code are trivially copyable, so their layout,
// which descriptors tell, decides. Several results are one struct (minigo/results.h).
#include "minigo/func.h"
#include "minigo/heap.h"
#include "minigo/iface.h"
#include "minigo/slice.h"
#include "minigo/type.h"

#include <cstddef>
#include <cstring>

using namespace mg;

namespace {

constexpr int kIntegerRegisters = 6, kFloatRegisters = 8;

// Layouts that reflect_call_x64.S knows.
struct OutgoingCall {
  void (*code)();
  Uintptr stackWords; // even
  const Uintptr* stack;
  Uintptr integers[kIntegerRegisters];
  Uintptr floats[kFloatRegisters];
  Uintptr integerResults[2];
  Uintptr floatResults[2];
};
static_assert(offsetof(OutgoingCall, integers) == 24 && offsetof(OutgoingCall, floats) == 72 &&
              offsetof(OutgoingCall, integerResults) == 136 &&
              offsetof(OutgoingCall, floatResults) == 152);

struct IncomingCall {
  Uintptr integers[kIntegerRegisters];
  Uintptr floats[kFloatRegisters];
  const Uintptr* stack; // what the caller pushed
  Uintptr integerResults[2];
  Uintptr floatResults[2];
};
static_assert(offsetof(IncomingCall, floats) == 48 && offsetof(IncomingCall, stack) == 112 &&
              offsetof(IncomingCall, integerResults) == 120 &&
              offsetof(IncomingCall, floatResults) == 136 && sizeof(IncomingCall) <= 160);

struct MadeFunction : Closure {
  const Type* type;
  Any call; // what package reflect calls
};

enum class Class : Uint8 { None, Integer, Float };

struct Classes {
  bool inMemory;
  Class words[2];

  int count(Class wanted) const { return (words[0] == wanted) + (words[1] == wanted); }
};

void classifyParts(const Type& type, Uintptr offset, Class (&words)[2]) {
  auto merge = [&](Uintptr at, Class part) {
    Class& word = words[at / 8];
    if (word != Class::Integer) word = part; // integers win over floating-point numbers
  };
  switch (type.kind) {
  case Kind::Float32:
  case Kind::Float64: merge(offset, Class::Float); break;
  case Kind::Complex64:
    merge(offset, Class::Float);
    merge(offset + 4, Class::Float);
    break;
  case Kind::Complex128:
    merge(offset, Class::Float);
    merge(offset + 8, Class::Float);
    break;
  case Kind::Array:
    for (Int i = 0; i < type.len; ++i)
      classifyParts(*type.elem, offset + Uintptr(i) * type.elem->size, words);
    break;
  case Kind::Struct:
    for (Int i = 0; i < type.fieldCount; ++i)
      classifyParts(*type.fields[i].type, offset + type.fields[i].offset, words);
    break;
  case Kind::String:
  case Kind::Interface:
    merge(offset, Class::Integer);
    merge(offset + 8, Class::Integer);
    break;
  default:
    if (type.size) merge(offset, Class::Integer);
  }
}

Classes classify(const Type& type) {
  Classes c{type.size > 16, {}};
  if (!c.inMemory && type.size) classifyParts(type, 0, c.words);
  return c;
}

Uintptr wordsOf(Uintptr size) { return (size + 7) / 8; }

// A value of at most two words as registers hold it: small integers are extended, which callees
// rely on.
void loadWords(const Type& type, const void* value, Uintptr (&words)[2]) {
  words[0] = words[1] = 0;
  switch (type.kind) {
  case Kind::Int8: words[0] = Uintptr(Int(*static_cast<const Int8*>(value))); break;
  case Kind::Int16: words[0] = Uintptr(Int(*static_cast<const Int16*>(value))); break;
  case Kind::Int32: words[0] = Uintptr(Int(*static_cast<const Int32*>(value))); break;
  default: memcpy(words, value, type.size);
  }
}

// Where arguments go, in the order of parameters.
class Places {
public:
  struct Place {
    bool onStack;
    Uintptr at; // on the stack: first word
    Class words[2];
    int registers[2];
  };

  Place next(const Type& type) {
    Classes c = classify(type);
    if (type.size == 0) return {false, 0, {}, {}};
    if (c.inMemory || integers_ + c.count(Class::Integer) > kIntegerRegisters ||
        floats_ + c.count(Class::Float) > kFloatRegisters) {
      Place place{true, stack_, {}, {}};
      stack_ += wordsOf(type.size);
      return place;
    }
    Place place{false, 0, {c.words[0], c.words[1]}, {}};
    for (int i = 0; i < 2; ++i)
      if (place.words[i] != Class::None)
        place.registers[i] = place.words[i] == Class::Integer ? integers_++ : floats_++;
    return place;
  }
  int nextInteger() { return integers_++; }
  Uintptr stackWords() const { return stack_; }

private:
  int integers_ = 0, floats_ = 0;
  Uintptr stack_ = 0;
};

// The results of a function as one struct: its size and where each lies in it.
struct ResultLayout {
  explicit ResultLayout(const Type& func) : func(func) {
    for (Int i = 0; i < func.resultCount; ++i) {
      const Type& type = result(i);
      size = (size + type.align - 1) / type.align * type.align;
      if (size + type.size <= 16) classifyParts(type, size, words);
      size += type.size;
      if (type.align > align) align = type.align;
    }
    size = (size + align - 1) / align * align;
  }
  const Type& result(Int i) const { return *func.signature[func.len + i]; }
  bool inMemory() const { return size > 16; }

  template <class Fn>
  void each(Fn fn) const { // fn(index, offset, type)
    Uintptr offset = 0;
    for (Int i = 0; i < func.resultCount; ++i) {
      const Type& type = result(i);
      offset = (offset + type.align - 1) / type.align * type.align;
      fn(i, offset, type);
      offset += type.size;
    }
  }

  const Type& func;
  Uintptr size = 0, align = 1;
  Class words[2] = {};
};

} // namespace

extern "C" {
void mg_call_with_registers(OutgoingCall* call);
void mg_made_function();
void mg_made_function_memory();
void mg_run_made_function(IncomingCall* call);
void mg_run_made_function_memory(IncomingCall* call);
}

namespace go::reflect {

// Of package reflect: calls what MakeFunc was given.
void runMade(Any call, void* arguments, void* results);

void callCode(void* funcType, void* code, void* self, void* arguments, void* results);
void* newMadeFunction(void* funcType, Any call);

// Calls code, whose first argument is self. arguments and results are arrays of pointers to values.
void callCode(void* funcType, void* code, void* self, void* arguments, void* results) {
  const Type& func = *static_cast<const Type*>(funcType);
  void** in = static_cast<void**>(arguments);
  void** out = static_cast<void**>(results);
  ResultLayout layout(func);
  Places places;
  OutgoingCall call = {};
  call.code = reinterpret_cast<void (*)()>(code);
  void* memory = nullptr;
  if (layout.inMemory()) {
    memory = allocate(layout.size, /*pointerFree=*/false);
    call.integers[places.nextInteger()] = reinterpret_cast<Uintptr>(memory);
  }
  call.integers[places.nextInteger()] = reinterpret_cast<Uintptr>(self);
  Uintptr most = 0;
  for (Int i = 0; i < func.len; ++i)
    most += wordsOf(func.signature[i]->size);
  Slice<Uintptr> stack = makeSlice<Uintptr>(Int(most) + 1);
  for (Int i = 0; i < func.len; ++i) {
    const Type& type = *func.signature[i];
    Places::Place place = places.next(type);
    if (place.onStack) {
      if (type.size > 16)
        memcpy(stack.ptr + place.at, in[i], type.size);
      else {
        Uintptr words[2];
        loadWords(type, in[i], words);
        memcpy(stack.ptr + place.at, words, wordsOf(type.size) * 8);
      }
      continue;
    }
    Uintptr words[2];
    loadWords(type, in[i], words);
    for (int w = 0; w < 2; ++w)
      if (place.words[w] == Class::Integer)
        call.integers[place.registers[w]] = words[w];
      else if (place.words[w] == Class::Float)
        call.floats[place.registers[w]] = words[w];
  }
  call.stack = stack.ptr;
  call.stackWords = (places.stackWords() + 1) & ~Uintptr(1);
  mg_call_with_registers(&call);
  Uintptr returned[2] = {};
  if (!layout.inMemory()) {
    int integers = 0, floats = 0;
    for (int w = 0; w < 2; ++w)
      if (layout.words[w] == Class::Integer)
        returned[w] = call.integerResults[integers++];
      else if (layout.words[w] == Class::Float)
        returned[w] = call.floatResults[floats++];
  }
  const char* from = memory ? static_cast<char*>(memory) : reinterpret_cast<char*>(returned);
  layout.each(
      [&](Int i, Uintptr offset, const Type& type) { memcpy(out[i], from + offset, type.size); });
}

// A function value whose calls end up in runMade.
void* newMadeFunction(void* funcType, Any call) {
  const Type* type = static_cast<const Type*>(funcType);
  auto* made = static_cast<MadeFunction*>(allocate(sizeof(MadeFunction), /*pointerFree=*/false));
  made->code = ResultLayout(*type).inMemory() ? mg_made_function_memory : mg_made_function;
  made->type = type;
  made->call = call;
  return made;
}

} // namespace go::reflect

namespace {

void runMade(IncomingCall& call, bool inMemory) {
  Places places;
  char* memory = inMemory ? reinterpret_cast<char*>(call.integers[places.nextInteger()]) : nullptr;
  const auto& made = *reinterpret_cast<MadeFunction*>(call.integers[places.nextInteger()]);
  const Type& func = *made.type;
  ResultLayout layout(func);
  Slice<void*> in = makeSlice<void*>(func.len + 1), out = makeSlice<void*>(func.resultCount + 1);
  for (Int i = 0; i < func.len; ++i) {
    const Type& type = *func.signature[i];
    Places::Place place = places.next(type);
    in.ptr[i] = allocate(type.size, type.flags & kNoPointers);
    if (place.onStack) {
      memcpy(in.ptr[i], call.stack + place.at, type.size);
      continue;
    }
    Uintptr words[2] = {};
    for (int w = 0; w < 2; ++w)
      if (place.words[w] == Class::Integer)
        words[w] = call.integers[place.registers[w]];
      else if (place.words[w] == Class::Float)
        words[w] = call.floats[place.registers[w]];
    if (type.size) memcpy(in.ptr[i], words, type.size);
  }
  go::reflect::runMade(made.call, in.ptr, out.ptr);
  Uintptr words[2] = {};
  char* to = memory ? memory : reinterpret_cast<char*>(words);
  layout.each(
      [&](Int i, Uintptr offset, const Type& type) { memcpy(to + offset, out.ptr[i], type.size); });
  call.integerResults[0] = reinterpret_cast<Uintptr>(memory);
  if (memory) return;
  int integers = 0, floats = 0;
  for (int w = 0; w < 2; ++w)
    if (layout.words[w] == Class::Integer)
      call.integerResults[integers++] = words[w];
    else if (layout.words[w] == Class::Float)
      call.floatResults[floats++] = words[w];
}

} // namespace

void mg_run_made_function(IncomingCall* call) { runMade(*call, false); }
void mg_run_made_function_memory(IncomingCall* call) { runMade(*call, true); }
