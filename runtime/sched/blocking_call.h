// Calls that make a worker's thread wait: files, other processes.
//
// 1. The call and a copy of all that it needs lie on the scheduler's stack, the worker is Safe; its
//    goroutine stays on the slot.
// 2. The monitor sees that a worker is in the same call as at its last look, although another
//    goroutine wants the slot, or others wait to run and no more workers may. It sends the worker
//    away: its queue goes to the global one, and another worker runs in its place.
// 3. If nothing that the call was given lies on the slot, the system cannot write there. Then the
//    goroutine counts as waiting from now on, and its slot is given back. (What lies elsewhere does
//    not lead to the slot either: pointers to variables in frames are kept in frames.)
// 4. A worker that comes back from where it has been sent makes a goroutine that has lost its slot
//    runnable. It goes on if no more than GOMAXPROCS run then. Else its goroutine goes to the end
//    of the global queue, and it sleeps.
//
// Both sides settle by Worker::call who of them acts: None -> Inside by the worker, then Inside ->
// None by the worker (nothing happened), or Inside -> BeingSent -> Away by the monitor and Away ->
// None by the worker. Between BeingSent and Away the monitor alone touches the worker and its
// goroutine.
#pragma once

#include <cstdint>

namespace mg::sched {

struct Worker;

// OthersWait: look again soon.
enum class CallSeen { None, InCall, OthersWait };
// For the monitor. *seen: the number of the worker's calls at the last look.
CallSeen lookAtCall(Worker& worker, uint64_t* seen);

} // namespace mg::sched
