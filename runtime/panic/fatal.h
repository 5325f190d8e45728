// Errors that nothing can recover from. All of these end the process with status 2.
#pragma once

#include "minigo/string.h"

namespace mg::panics {

// "fatal error: text", then the calling goroutine's traceback (none on the scheduler's stack).
[[noreturn, gnu::cold]] void fatal(const char* text);
[[noreturn, gnu::cold]] void fatal(String text);

// The first worker that calls it will end the process, others stop here: its status is the
// process's.
void claimEnd();
// claimEnd() before the last words of a program, which are printed whole, and behind which other
// goroutines print nothing: it stops them as far as they can be stopped in a tenth of a second.
void beginLastWords();
// Last words are written to this descriptor, too, none if it is negative. The one before.
int setCrashOutput(int descriptor);
// Ends the process at once; nothing that the program wrote is buffered by the runtime.
[[noreturn]] void endProcess(int status);

} // namespace mg::panics
