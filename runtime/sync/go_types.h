// The C++ side of the structs that packages/sync/*.go declares: same fields, same bytes. Generated
// code emits its own definition of each in go/sync.h, which can take this header's place.
#pragma once

#include "minigo/pointer.h"
#include "minigo/types.h"

namespace go::sync {

struct WaitGroup {
  mg::Uint64 state; // counter << 32 | waiters
  mg::Uint32 sema;
};

struct Mutex {
  mg::Int32 state; // see mutex.cpp
  mg::Uint32 sema;
};

struct RWMutex {
  Mutex w; // held by the writer
  mg::Uint32 writerSem;
  mg::Uint32 readerSem;
  mg::Int32 readerCount; // readers; minus kMaxReaders while a writer has announced itself
  mg::Int32 readerWait;  // readers that the writer still waits for
};

static_assert(sizeof(WaitGroup) == 16 && sizeof(Mutex) == 8 && sizeof(RWMutex) == 24);

} // namespace go::sync

namespace mg::sync {
// Mutex.Lock and Mutex.Unlock, for the runtime's own use. On a goroutine.
void lockMutex(void* mutex);
void unlockMutex(void* mutex);
} // namespace mg::sync
