// Counting semaphores in words of 32 bits, as packages of Go's library have them. A word holds the
// permits; who waits for one is found by its address.
#pragma once

#include "minigo/types.h"
#include "runtime/sched/scheduler.h"

namespace mg::sync {

// Takes a permit, or parks until release() hands one over. On a goroutine.
void acquireAt(Uint32* word, sched::WaitReason reason);
// Wakes the first who waits for a permit, else leaves one.
void releaseAt(Uint32* word);

} // namespace mg::sync
