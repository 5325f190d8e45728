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
// An empty Go name hides a function (wrappers). The lines form one section of the program, read
// only when a traceback is printed.
#pragma once

namespace mg {

struct FuncName {
  const char* cxx; // qualified name without parameters
  const char* go;
};

} // namespace mg

#define MG_JOIN_(a, b) a##b
#define MG_JOIN(a, b) MG_JOIN_(a, b)
#define MG_FUNC_NAME(cxx, go)                                                                      \
  [[gnu::section("mg_func_names"), gnu::used, gnu::retain]] static const ::mg::FuncName MG_JOIN(                \
      mg_func_name_, __COUNTER__) = {cxx, go}
