// The semaphores on which sync.Cond waits; the queue is in packages/sync/cond.go.
#include "minigo/pointer.h"
#include "minigo/traceback.h"
#include "runtime/sync/semaphore.h"

namespace go::sync {

void acquireForCond(mg::Ptr<mg::Uint32> sema);
void releaseForCond(mg::Ptr<mg::Uint32> sema);

MG_FUNC_NAME("go::sync::acquireForCond", "");

void acquireForCond(mg::Ptr<mg::Uint32> sema) {
  mg::sync::Semaphore(*sema).acquire(mg::sched::WaitReason::CondWait);
}

void releaseForCond(mg::Ptr<mg::Uint32> sema) { mg::sync::Semaphore(*sema).release(); }

} // namespace go::sync
