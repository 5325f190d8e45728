// What may vary in the emitted C++. The defaults give the cleanest text.
#pragma once

#include <map>
#include <string>

namespace minigo {

struct CodegenOptions {
  bool lineDirectives = false;  // #line before statements, so that debuggers and tracebacks show Go
  bool lineOrigins = false;     // line directives as EmittedPackage::lineOrigins says
  bool locationComments = true; // `// main.go:12:6: func sum(xs []int) int` above each definition
  bool goComments = true;       // what comments of the Go source say, above the same in C++
  unsigned shardSize = 0;       // split packages into files of about so many syntax nodes; 0: never
  // String variables of the package that begin with another value than their declarations give.
  std::map<std::string, std::string> linkedStrings;
  bool isProgram = true;       // a package main gets the process's `main` function
  bool separateTables = false; // what the runtime knows of types, in a file that the .cpp includes
  bool separateStart = false;  // in a file of its own, with what initializes the packages
};

} // namespace minigo
