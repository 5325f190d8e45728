// What the process was started with.
#pragma once

namespace mg::sched {

int programArgumentCount();
char** programArguments();

} // namespace mg::sched
