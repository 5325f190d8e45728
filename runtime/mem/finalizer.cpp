// runtime.SetFinalizer and AddCleanup. An object has one Watch, which holds what is to be called
// once it is unreachable: a finalizer, which gets the object and so revives it, or else cleanups.
//
// The collector keeps a Watch alive as long as its object is registered, but must not see the
// object in it: the address is set when the object is found unreachable. Registering and taking
// what is ready happen on the scheduler's stack, like all that enters the collector.
#include "runtime/mem/finalizer.h"

#include "minigo/closure.h"
#include "minigo/go.h"
#include "minigo/heap.h"
#include "minigo/iface.h"
#include "runtime/mem/gc_glue.h"
#include "runtime/sched/scheduler.h"

#include <gc.h>

extern "C" char __executable_start[];
extern "C" char _end[];

namespace go::runtime {
void SetFinalizer(mg::Any obj, mg::Any finalizer);
void* addCleanup(void* object, mg::Func<void()> run);
void stopCleanup(void* record);
void kept(mg::Any x);
} // namespace go::runtime

namespace mg::mem {

namespace {

struct Cleanup {
  Cleanup* next;
  Func<void()> run;
  bool stopped;
};

struct Watch {
  Watch* nextReady;
  void* object;     // null until it is unreachable
  const Type* type; // of the pointer given to SetFinalizer
  const Type* finalizerType;
  const Closure* finalizer; // null: none
  Cleanup* cleanups;
};

Watch* ready; // a global variable: a root

void GC_CALLBACK becomesReady(void* object, void* watch) {
  Watch* w = static_cast<Watch*>(watch);
  w->object = object;
  w->nextReady = ready;
  ready = w;
}

void registerWatch(void* object, Watch* watch) {
  GC_register_finalizer_ignore_self(object, watch ? becomesReady : nullptr, watch, nullptr,
                                    nullptr);
}

enum class Place { Object, InObject, Variable, Nowhere };

struct Request {
  void* pointer;
  void* object; // that contains the pointer
  Place place;
  Watch* watch; // registered before
};

// Finds out where the pointer points to and takes the object's watch off, if it has one.
void lookUp(void* argument) {
  Request& request = *static_cast<Request*>(argument);
  request.object = GC_base(request.pointer);
  if (!request.object) {
    char* p = static_cast<char*>(request.pointer);
    request.place = p >= __executable_start && p < _end ? Place::Variable : Place::Nowhere;
    return;
  }
  request.place = request.object == request.pointer ? Place::Object : Place::InObject;
  void* watch = nullptr;
  GC_finalization_proc proc = nullptr;
  GC_register_finalizer_ignore_self(request.object, nullptr, nullptr, &proc, &watch);
  request.watch = proc ? static_cast<Watch*>(watch) : nullptr;
}

void watchAgain(void* argument) {
  Request& request = *static_cast<Request*>(argument);
  registerWatch(request.object, request.watch);
}

Request locate(void* pointer) {
  Request request{pointer, nullptr, Place::Nowhere, nullptr};
  withCollector(lookUp, &request);
  return request;
}

void watch(Request& request) { withCollector(watchAgain, &request); }

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
void callFinalizer(const Watch& w, Argument argument) {
  auto code = w.finalizer->code;
  Uintptr size = resultSize(w.finalizerType);
  if (size <= 2 * sizeof(void*))
    return reinterpret_cast<void (*)(const Closure*, Argument)>(code)(w.finalizer, argument);
  reinterpret_cast<void (*)(void*, const Closure*, Argument)>(code)(allocate(size, false),
                                                                    w.finalizer, argument);
}

void finalize(const Watch& w, void* object) {
  const Type* parameter = w.finalizerType->signature[0];
  if (parameter->kind != Kind::Interface) return callFinalizer(w, object);
  if (parameter->ifaceMethodCount == 0) return callFinalizer(w, Any{w.type, object});
  callFinalizer(w, Iface<MethodTable>{methodTable(parameter, w.type), object});
}

Watch* takeReady() {
  Watch* first = nullptr;
  withCollector(
      [](void* argument) {
        GC_invoke_finalizers(); // calls becomesReady
        *static_cast<Watch**>(argument) = ready;
        ready = nullptr;
      },
      &first);
  return first;
}

void runReady() {
  for (Watch* w = takeReady(); w; w = w->nextReady) {
    void* object = w->object;
    w->object = nullptr;
    if (w->finalizer) {
      Watch call = *w;
      w->finalizer = nullptr;
      if (w->cleanups) {
        Request request{object, object, Place::Object, w};
        watch(request);
      }
      finalize(call, object);
      continue;
    }
    for (Cleanup* cleanup = w->cleanups; cleanup; cleanup = cleanup->next)
      if (!cleanup->stopped) cleanup->run();
  }
}

[[noreturn]] void fatalText(String text) { fatalError("runtime.SetFinalizer: "_s + text); }

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

Watch* watchOf(const Request& request) {
  return request.watch ? request.watch : newObject<Watch>().raw;
}

} // namespace

bool runFinalizers() {
  if (!ready && !GC_should_invoke_finalizers()) return false;
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
  Request request = locate(obj.data);
  if (request.place == Place::Variable) return; // is never unreachable
  if (request.place == Place::Nowhere) fatalText("pointer not in allocated block"_s);
  if (request.place == Place::InObject) fatalText("pointer not at beginning of allocated block"_s);
  if (request.watch && request.watch->finalizer && finalizer.type)
    fatalText("finalizer already set"_s);
  Watch* w = request.watch = watchOf(request);
  w->type = obj.type;
  w->finalizerType = finalizer.type;
  w->finalizer = static_cast<const Closure*>(finalizer.data);
  if (w->finalizer || w->cleanups) watch(request);
}

void* addCleanup(void* object, Func<void()> run) {
  Request request = locate(object);
  if (request.place == Place::Variable) return nullptr;
  if (request.place == Place::Nowhere)
    panic(toAny(type_string, "runtime.AddCleanup: ptr not in allocated block"_s));
  request.watch = watchOf(request);
  mem::Cleanup* cleanup = newObject(mem::Cleanup{request.watch->cleanups, run, false}).raw;
  request.watch->cleanups = cleanup;
  watch(request);
  return cleanup;
}

void stopCleanup(void* record) { static_cast<mem::Cleanup*>(record)->stopped = true; }

void kept(Any x) { asm volatile("" : : "r"(x.data)); }

} // namespace go::runtime
