// What hangs on an object beyond its bytes: a finalizer, cleanups, weak pointers. Records live
// outside of the heap, in a table by the object's address, which does not keep the object alive.
//
// In a collection (Go's rules)
// 1. Roots: what an object with a finalizer points to, but not the object; the functions.
// 2. An object that is not reached: its weak pointers become nil. If it has a finalizer, that is
// called once
//    and the object lives until the next collection that does not reach it. Else its cleanups are
//    called.
#pragma once

#include "minigo/func.h"
#include "minigo/types.h"

#include <cstdint>

namespace mg {
struct Type;
}

namespace mg::mem {

struct CleanupRecord {
  CleanupRecord* next;
  Func<void()> run;
  uint64_t id;
};

// A weak pointer is a pointer to its handle: an object on the heap that the collector does not look
// into and that holds the address, or null. Pointers made from one address are equal for ever.
struct WeakRecord {
  WeakRecord* next;
  void* target; // in the object
  void** handle;
};

struct Finalizer {
  const Closure* function = nullptr; // null: none
  const Type* functionType = nullptr;
  const Type* pointerType = nullptr; // of what was given to SetFinalizer
};

struct Special {
  Special* next;
  void* object;
  bool isForever; // no object of the heap: a global variable
  Finalizer finalizer;
  CleanupRecord* cleanups;
  WeakRecord* weak;
};

// All of it: inside withCollector.

// Null if there is none.
Special* specialOf(void* object);
Special* makeSpecial(void* object, bool isForever);
// The record goes when nothing hangs on the object any more.
void dropIfEmpty(Special* special);

// A call that is to be made. Its record is the caller's.
struct ReadyCall {
  Finalizer finalizer; // of object, or else
  void* object;
  Func<void()> cleanup;
};
bool takeReady(ReadyCall* call);

} // namespace mg::mem
