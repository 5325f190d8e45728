#pragma once

namespace mg::mem {

// Sets the collector up at the first allocation. On the scheduler's stack of the first worker.
void initCollector();

// Runs fn(argument) on the scheduler's stack with the collector set up and to itself: everything
// that calls it goes this way. REQUIRES: no lock held.
void withCollector(void (*fn)(void*), void* argument);

// Before a second worker starts; on the scheduler's stack of the first.
void prepareForWorkers();

// The collector's kind of objects that are scanned from their first word to their last. Its own
// kind leaves out the last word, which GC_malloc adds to each object and a list of objects has not.
// REQUIRES: initCollector was called.
int scannedKind();

} // namespace mg::mem
