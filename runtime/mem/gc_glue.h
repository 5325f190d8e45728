#pragma once

namespace mg::mem {

// Sets the collector up at the first allocation. On the scheduler's stack of the first worker.
void initCollector();

// The collector's kind of objects that are scanned from their first word to their last. Its own
// kind leaves out the last word, which GC_malloc adds to each object and a list of objects has not.
// REQUIRES: initCollector was called.
int scannedKind();

} // namespace mg::mem
