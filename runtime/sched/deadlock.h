#pragma once

namespace mg::sched {

// Every goroutine waits and no timer is pending: prints Go's message with all goroutines and ends
// the process with status 2. On the scheduler's stack.
[[noreturn, gnu::cold]] void reportDeadlock();

} // namespace mg::sched
