// The C++ side of the structs that packages/sync declares. Sizes and fields mirror
// packages/sync/*.go; generated code emits its own definition of each struct in go/sync.h, and both
// must lay out the same bytes.
#pragma once

#include "minigo/pointer.h"
#include "minigo/types.h"

namespace go::sync {

struct WaitGroup {
  mg::Uint64 state; // counter << 32 | waiters
  void* sema;       // the waiters
};

struct Mutex {
  mg::Int32 state;
  mg::Uint32 lock;
  void* sema;
};

struct RWMutex {
  Mutex w; // held by writers
  void* writerSema;
  void* readerSema;
  mg::Uint32 lock;
  mg::Int32 readerCount; // of pending readers; minus kMaxReaders while a writer waits
  mg::Int32 readerWait;  // departing readers that the writer waits for
};

static_assert(sizeof(WaitGroup) == 16 && sizeof(Mutex) == 16 && sizeof(RWMutex) == 48);

} // namespace go::sync
