// What the process was started with.
#pragma once

namespace mg::sched {

int programArgumentCount();
char** programArguments();
const char* programBuildInfo(); // minigo/go.h

} // namespace mg::sched
