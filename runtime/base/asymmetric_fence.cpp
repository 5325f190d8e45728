#include "runtime/base/asymmetric_fence.h"

#include "runtime/base/check.h"
#include "runtime/base/lone.h"

#include <linux/membarrier.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace mg::base {

namespace {

bool membarrier(int command) { return syscall(SYS_membarrier, command, 0, 0) == 0; }

} // namespace

bool fencesAreAsymmetric = true; // as long as there is one thread

void prepareFences() {
  static bool isPrepared = false;
  if (isPrepared) return;
  isPrepared = true;
  fencesAreAsymmetric = membarrier(MEMBARRIER_CMD_REGISTER_PRIVATE_EXPEDITED);
}

void heavyFence() {
  if (loneWorker) return; // nobody could see the difference
  if (fencesAreAsymmetric)
    MG_CHECK(membarrier(MEMBARRIER_CMD_PRIVATE_EXPEDITED), "membarrier is refused");
  else
    fullFence();
}

} // namespace mg::base
