#pragma once

namespace mg::mem {

// Sets the collector up at the first allocation. On the scheduler's stack of the first worker.
void initCollector();

} // namespace mg::mem
