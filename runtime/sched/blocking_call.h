// Calls that make a worker's thread wait: files, other processes.
//
// 1. The call runs on the scheduler's stack, the worker Safe; its goroutine stays on the slot.
// 2. The monitor sees that a worker is in the same call as at its last look, although others wait
// to
//    run and no more workers may. It sends the worker away: its queue goes to the global one, and
//    another worker runs in its place.
// 3. A worker that comes back from where it has been sent goes on if no more than GOMAXPROCS run
// then.
//    Else its goroutine goes to the end of the global queue, and it sleeps.
//
// Both sides settle by Worker::call who of them acts: None -> Inside by the worker, then Inside ->
// None by the worker (nothing happened), or Inside -> BeingSent -> Away by the monitor and Away ->
// None by the worker.
#pragma once

#include <cstdint>

namespace mg::sched {

struct Worker;

// OthersWait: look again soon.
enum class CallSeen { None, InCall, OthersWait };
// For the monitor. *seen: the number of the worker's calls at the last look.
CallSeen lookAtCall(Worker& worker, uint64_t* seen);

} // namespace mg::sched
