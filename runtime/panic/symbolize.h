// From code addresses to Go functions and source lines.
#pragma once

#include <cstdint>
#include <string_view>

namespace mg::panics {

struct Frame {
  const char* function = nullptr; // as the linker or the debug information names it
  std::string_view file = {};     // empty: unknown
  int line = 0;
  // As the compiler knows them: lines are counted from some place of a file (line_origin.h).
  const char* codeFile = nullptr;
  int codeLine = 0;
  // What the code there is a part of, if its file says so, as tracebacks show it: a function
  // literal, the body of a range statement over a function, a declared function.
  const char* owner = nullptr;
  bool inlined = false;  // into the next frame
  bool isLambda = false; // of the function named
  bool isBody = false;   // a lambda that is the body of the function named, which defers
  bool isPart = false;   // which the C++ compiler split off the function named, which called it
};

// Calls visit for the functions at a code address, innermost first: inlined ones, then the one that
// they are part of. pc is where execution stands; for a return address pass the byte before it.
void symbolize(uintptr_t pc, void (*visit)(void* argument, const Frame& frame), void* argument);

// The start of the function that contains the address, 0 when unknown.
uintptr_t functionStart(uintptr_t pc);

// A function's name as Go would write it.
struct GoName {
  char text[256];
  bool visible;  // part of the Go program, not of the runtime's inside
  bool isPanic;  // the runtime's function in which a panic runs deferred calls: shown as "panic"
  bool isLambda; // inside the function of that name
  bool isMade;   // a lambda that is no function literal of a function whose literals are known
  // Only makes the call of a go or defer statement, of a method value or through an interface:
  // shown if it panics itself.
  bool isWrapper;
  bool raises;   // what code calls that panics by itself
  bool runsBody; // mg::Defers::run: the lambda above it is the body of its function
  bool hasParameters;
};
GoName goName(const Frame& frame);
// The name of the function that an address of code belongs to, which may be that of a function
// value, and where it begins; not visible: it is none of Go.
GoName functionAt(uintptr_t pc, Frame* frame);

} // namespace mg::panics
