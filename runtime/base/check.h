// Checks of the runtime's own invariants. They stay on in release builds: each costs a compare.
#pragma once

namespace mg::base {

// Prints "fatal error: minigo runtime: text" and ends the process with status 2.
[[noreturn, gnu::cold]] void internalError(const char* text, const char* file, int line);

} // namespace mg::base

#define MG_CHECK(condition, text)                                                                  \
  do {                                                                                             \
    if (!(condition)) [[unlikely]]                                                                 \
      ::mg::base::internalError(text, __FILE__, __LINE__);                                         \
  } while (0)
