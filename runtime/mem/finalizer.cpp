// The functions of packages runtime and weak that hang something on objects, and the goroutine that
// calls what is due.
#include "runtime/mem/finalizer.h"

#include "minigo/closure.h"
#include "minigo/go.h"
#include "minigo/heap.h"
#include "minigo/iface.h"
#include "minigo/results.h"
#include "runtime/mem/collector.h"
#include "runtime/mem/cycle.h"
#include "runtime/mem/out_of_memory.h"
#include "runtime/mem/snapshot.h"
#include "runtime/mem/spans.h"
#include "runtime/mem/specials.h"
#include "runtime/panic/fatal.h"

#include <atomic>
#include <cstdlib>

extern "C" char __executable_start[];
extern "C" char _end[];

namespace go::runtime {
void SetFinalizer(mg::Any obj, mg::Any finalizer);
mg::Uint64 addCleanup(void* object, mg::Func<void()> run);
void stopCleanup(void* object, mg::Uint64 id);
void kept(mg::Any x);
} // namespace go::runtime

namespace go::weak {
void* handleOf(void* target);
void* targetOf(void* handle);
} // namespace go::weak

namespace mg::mem {

namespace {

// What a weak pointer points to; WeakRecord::handle points to its first word.
struct Handle {
  void* target;
  std::atomic<uint64_t> keptIn; // the number of a snapshot that has been asked to keep the target
};

enum class Place { Object, InObject, Variable, Nowhere };

struct Located {
  void* object; // that contains the pointer; a variable's address
  Place place;
};

Located locate(void* pointer) {
  Object object = objectAt(pointer);
  if (object.start)
    return {object.start, object.start == pointer ? Place::Object : Place::InObject};
  char* p = static_cast<char*>(pointer);
  return {pointer, p >= __executable_start && p < _end ? Place::Variable : Place::Nowhere};
}

Special* specialAt(const Located& located) {
  Special* special = specialOf(located.object);
  if (special) return special;
  return makeSpecial(located.object, located.place == Place::Variable);
}

Uintptr resultSize(const Type* function) {
  Uintptr size = 0;
  for (Int i = 0; i < function->resultCount; ++i) {
    const Type* result = function->signature[function->len + i];
    size = (size + result->align - 1) / result->align * result->align + result->size;
  }
  return size;
}

// Calls a function of one argument, whose results nobody wants. Results of more than two words are
// returned through a pointer that comes first.
template <class Argument>
void callFinalizer(const Finalizer& finalizer, Argument argument) {
  const Closure* function = finalizer.function;
  Uintptr size = resultSize(finalizer.functionType);
  if (size <= 2 * sizeof(void*))
    return reinterpret_cast<void (*)(const Closure*, Argument)>(function->code)(function, argument);
  reinterpret_cast<void (*)(void*, const Closure*, Argument)>(function->code)(allocate(size, false),
                                                                              function, argument);
}

void finalize(const Finalizer& finalizer, void* object) {
  const Type* parameter = finalizer.functionType->signature[0];
  if (parameter->kind != Kind::Interface) return callFinalizer(finalizer, object);
  if (parameter->ifaceMethodCount == 0)
    return callFinalizer(finalizer, Any{finalizer.pointerType, object});
  callFinalizer(finalizer,
                Iface<MethodTable>{methodTable(parameter, finalizer.pointerType), object});
}

// Not inlined: what is left of one call in the frame must not keep the object of the next one.
[[gnu::noinline]] bool runOne() {
  ReadyCall call{};
  bool found;
  inCollector([&] { found = takeReady(&call); });
  if (!found) return false;
  if (call.finalizer.function)
    finalize(call.finalizer, call.object);
  else
    call.cleanup();
  return true;
}

void runReady() {
  while (runOne()) {
  }
}

[[noreturn]] void fatalText(String text) { panics::fatal("runtime.SetFinalizer: "_s + text); }

[[noreturn]] void fatalMismatch(const Type* pointer, const Type* function, String more) {
  fatalText(concat({"cannot pass "_s, pointer->name, " to finalizer "_s, function->name, more}));
}

void checkFinalizer(const Type* pointer, const Type* function) {
  if (function->kind != Kind::Func)
    fatalText(concat({"second argument is "_s, function->name, ", not a function"_s}));
  if (function->flags & kVariadic) fatalMismatch(pointer, function, " because dotdotdot"_s);
  if (function->len != 1) fatalMismatch(pointer, function, ""_s);
  const Type* parameter = function->signature[0];
  bool fits = parameter == pointer;
  if (parameter->kind == Kind::Interface)
    fits = parameter->ifaceMethodCount == 0 || methodTable(parameter, pointer);
  else if (parameter->kind == Kind::Pointer && parameter->elem == pointer->elem)
    fits = !(parameter->flags & kNamed) || !(pointer->flags & kNamed);
  if (!fits) fatalMismatch(pointer, function, ""_s);
}

} // namespace

bool runFinalizers() {
  if (!hasReadyCalls()) return false;
  go(&runReady);
  return true;
}

} // namespace mg::mem

namespace go::runtime {

using namespace mg;
using namespace mg::mem;

void SetFinalizer(Any obj, Any finalizer) {
  if (!obj.type) fatalText("first argument is nil"_s);
  if (obj.type->kind != Kind::Pointer)
    fatalText(concat({"first argument is "_s, obj.type->name, ", not pointer"_s}));
  if (finalizer.type) checkFinalizer(obj.type, finalizer.type);
  if (obj.type->elem->size == 0) return; // such objects share one address
  Located located = locate(obj.data);
  if (located.place == Place::Variable) return; // is never unreachable
  if (located.place == Place::Nowhere) fatalText("pointer not in allocated block"_s);
  if (located.place == Place::InObject) fatalText("pointer not at beginning of allocated block"_s);
  bool isSecond = false;
  inCollector([&] {
    Special* special = specialAt(located);
    isSecond = finalizer.type && special->finalizer.function;
    if (isSecond) return;
    special->finalizer = {static_cast<const Closure*>(finalizer.data), finalizer.type, obj.type};
    dropIfEmpty(special);
  });
  if (isSecond) fatalText("finalizer already set"_s);
}

Uint64 addCleanup(void* object, Func<void()> run) {
  Located located = locate(object);
  if (located.place == Place::Variable) return 0;
  if (located.place == Place::Nowhere)
    panic(toAny(type_string, "runtime.AddCleanup: ptr not in allocated block"_s));
  static Uint64 lastId;
  Uint64 id = 0;
  inCollector([&] {
    Special* special = specialAt(located);
    auto* record = static_cast<CleanupRecord*>(malloc(sizeof(CleanupRecord)));
    if (!record) outOfMemory();
    *record = {special->cleanups, run, id = ++lastId};
    special->cleanups = record;
  });
  return id;
}

void stopCleanup(void* object, Uint64 id) {
  inCollector([&] {
    // The object may be gone, and another have its place: numbers are never used again.
    Object found = objectAt(object);
    Special* special = found.start ? specialOf(found.start) : nullptr;
    if (!special) return;
    for (CleanupRecord** at = &special->cleanups; CleanupRecord* record = *at; at = &record->next)
      if (record->id == id) {
        *at = record->next;
        free(record);
        break;
      }
    dropIfEmpty(special);
  });
}

void kept(Any x) { asm volatile("" : : "r"(x.data)); }

} // namespace go::runtime

namespace go::weak {

using namespace mg;
using namespace mg::mem;

void* handleOf(void* target) {
  Located located = locate(target);
  void** handle = static_cast<void**>(allocate(sizeof(Handle), true));
  inCollector([&] {
    if (located.place == Place::Nowhere) located.place = Place::Variable;
    Special* special = specialAt(located);
    for (WeakRecord* weak = special->weak; weak; weak = weak->next)
      if (weak->target == target) {
        handle = weak->handle;
        return;
      }
    auto* record = static_cast<WeakRecord*>(malloc(sizeof(WeakRecord)));
    if (!record) outOfMemory();
    *record = {special->weak, target, handle};
    special->weak = record;
    *handle = target;
  });
  return handle;
}

void* targetOf(void* address) {
  auto* handle = static_cast<Handle*>(address);
  while (snapshotState() != SnapshotState::None && handle->target) [[unlikely]] {
    uint64_t cycle = snapshotNumber();
    // Relaxed: to ask twice does no harm.
    if (handle->keptIn.load(std::memory_order_relaxed) == cycle) break;
    if (keepInSnapshot(handle->target)) {
      handle->keptIn.store(cycle, std::memory_order_relaxed);
      break;
    }
    waitForCycle(); // the next one may run then
  }
  // From here to the caller's variable nothing stops the world.
  return handle->target;
}

} // namespace go::weak
