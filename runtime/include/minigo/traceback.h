// Go names for C++ functions in tracebacks.
//
// A function `go::main::worker` is shown as `main.worker`, `go::net_http::Get` as `net/http.Get`
// (package namespaces are mangled as codegen/names/mangle.h says).
// What does not follow this rule (methods, function literals, instances, names with a suffix) is
// registered by generated code, one line a function, at namespace scope:
//
//   MG_FUNC_NAME("go::main::Point_Add", "main.Point.Add");
//   MG_FUNC_NAME("go::main::Point_Scale", "main.(*Point).Scale");
//   MG_FUNC_NAME("go::main::main_func1", "main.main.func1");
//
//   MG_LITERAL_NAME("go::main::main", 3, "main.main.func1");  // a lambda from this line to the
//   third behind
//
// A lambda whose lines are those of a file `/src/main.go##main.main.func1()` is shown as what
// stands behind the `##`, whatever is registered. One that begins with `~`, as
// `~main.f.deferwrap1()`, only makes a call, and is shown if it panics itself. An unregistered
// lambda is shown as <function>.func1; the lambda of a body (minigo/defer.h) is its function. An
// empty Go name hides a function; one that begins with '~' (wrappers of methods) hides it unless it
// panics itself. The lines form one section of the program, read only when a traceback is printed.
#pragma once

namespace mg {

// As large as its alignment, so that the entries of all files form one array in the section.
struct alignas(32) FuncName {
  const char* cxx; // qualified name without parameters
  const char* go;
  const char* file; // of a function literal, with its lines; else null
  int firstLine, lastLine;
};

} // namespace mg

static_assert(sizeof(mg::FuncName) == 32);

// Not const: code for a fixed address would put constants into a section of its own, beside the one
// of the same name from code that may lie anywhere.
#define MG_JOIN_(a, b) a##b
#define MG_JOIN(a, b) MG_JOIN_(a, b)
#define MG_FUNC_NAME(cxx, go) MG_NAME_LINES(cxx, nullptr, 0, 0, go)
#define MG_LITERAL_NAME(cxx, more, go) MG_NAME_LINES(cxx, __FILE__, __LINE__, __LINE__ + more, go)
#define MG_NAME_LINES(cxx, file, firstLine, lastLine, go)                                          \
  [[gnu::section("mg_func_names"), gnu::used, gnu::retain]] static ::mg::FuncName MG_JOIN(         \
      mg_func_name_, __COUNTER__) = {cxx, go, file, firstLine, lastLine}
