// What a program that fails prints last, as GOTRACEBACK wants it.
#pragma once

#include "runtime/base/text_writer.h"
#include "runtime/sched/goroutine.h"

namespace mg::panics {

// Behind beginLastWords() and the message: printCurrent(), all other goroutines, nothing, or a core
// dump; then the end of the process, with status 2.
[[noreturn]] void endWithTraces(void (*printCurrent)());

// From now on endWithTraces() tells at least what this value of GOTRACEBACK would make it tell.
void raiseTraces(const char* level);

// All goroutines but one, by number. Nothing may change them meanwhile.
void printGoroutines(base::TextWriter& out, const sched::G* except);

} // namespace mg::panics
