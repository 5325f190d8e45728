// What escape analysis decided about a package, in gc's words (its flag -m).
#pragma once

namespace minigo {

class Program;

// Prints, to standard error, a line for each decision that code generation follows about the
// packages that were named, by position:
//
//   main.go:7:9: leaking param: p
//   main.go:8:2: moved to heap: x
//   main.go:9:15: func literal does not escape
void reportEscapes(const Program& program);

} // namespace minigo
