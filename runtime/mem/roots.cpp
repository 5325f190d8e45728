// The collector's view of the program: global variables of the executable, the scheduler's stack
// (it knows it), and every goroutine: the record's part that may hold pointers, and the live stack
// bytes, on the slot or in the image.
#include "runtime/base/stderr_writer.h"
#include "runtime/mem/gc_glue.h"
#include "runtime/mem/out_of_memory.h"
#include "runtime/panic/fatal.h"
#include "runtime/sched/arena.h"
#include "runtime/sched/scheduler.h"
#include "runtime/sched/timer_queue.h"
#include "runtime/sched/worker.h"
#include "runtime/sched/workers.h"

#include <pthread.h>

#define GC_THREADS // for GC_set_markers_count
#define GC_NO_THREAD_REDIRECTS
#include <gc.h>
#include <gc/gc_mark.h>

// The executable's variables, initialised and not.
extern "C" char __data_start[];
extern "C" char _end[];

namespace mg::mem {

namespace {

// Heap that is there before the first collection, as in Go (which collects first at 4 MiB).
constexpr size_t kFirstHeap = size_t{4} << 20;

void pushRange(const void* from, const void* to) {
  GC_push_all_eager(const_cast<void*>(from), const_cast<void*>(to));
}

void GC_CALLBACK pushGoroutines() {
  sched::Arena::forEachGoroutine([](sched::G* g) {
    pushRange(&g->defers, reinterpret_cast<char*>(g) + g->bytes());
    sched::StackBytes stack = sched::stackOf(g);
    pushRange(stack.data, stack.data + stack.size);
  });
  sched::timerQueue().forEachRange(pushRange);
  sched::forEachSchedulerStack(sched::self(), pushRange);
}

void GC_CALLBACK onCollection(GC_EventType event) {
  if (event == GC_EVENT_PRE_STOP_WORLD && !base::loneWorker) sched::stopWorld(sched::self());
  if (event == GC_EVENT_POST_START_WORLD && !base::loneWorker) sched::startWorld();
  if (event != GC_EVENT_MARK_START) return;
  for (uint32_t i = 0; i < sched::workerCount(); ++i) {
    sched::Worker& worker = sched::workerAt(i);
    worker.cache = {};
    worker.slots.trim(worker.current ? worker.current->slot : nullptr);
  }
}

void* GC_CALLBACK noMemory(size_t) { outOfMemory(); }

void GC_CALLBACK ignoreWarning(char*, GC_word) {}

int kindOfScanned;

pthread_mutex_t collectorLock = PTHREAD_MUTEX_INITIALIZER;

} // namespace

void initCollector() {
  static bool done = false;
  if (done) return;
  done = true;
  GC_set_no_dls(1); // C libraries hold no pointers to Go memory
  GC_set_markers_count(1);
  GC_set_finalize_on_demand(1); // runFinalizers calls them, as a goroutine
  GC_set_handle_fork(0);
  GC_set_warn_proc(ignoreWarning);
  GC_set_oom_fn(noMemory);
  GC_set_push_other_roots(pushGoroutines);
  GC_set_on_collection_event(onCollection);
  GC_set_free_space_divisor(1); // let the heap double between collections, like GOGC=100
  GC_init();
  // Without dynamic libraries the collector does not look for the executable's own variables
  // either.
  GC_add_roots(__data_start, _end);
  GC_expand_hp(kFirstHeap);
  kindOfScanned = int(GC_new_kind(GC_new_free_list(), GC_DS_LENGTH, 1, 1));
}

void prepareForWorkers() {
  initCollector();
  // Only the thread that is in the collector is known to it, and only while it is: it must neither
  // stop the others nor look at their stack pointers, which lie on slots.
  GC_allow_register_threads();
  GC_unregister_my_thread();
}

void withCollector(void (*fn)(void*), void* argument) {
  struct Call {
    void (*fn)(void*);
    void* argument;
  } call{fn, argument};
  sched::onSchedulerStack(
      [](void* argument) {
        Call& call = *static_cast<Call*>(argument);
        if (base::loneWorker) {
          initCollector();
          return call.fn(call.argument);
        }
        sched::Worker& worker = sched::self();
        sched::enterSafe(worker);
        pthread_mutex_lock(&collectorLock);
        sched::leaveSafe(worker); // at once: only the holder of the lock stops the world
        GC_stack_base base{};
        base.mem_base = worker.stackTop;
        GC_register_my_thread(&base);
        call.fn(call.argument);
        GC_unregister_my_thread();
        pthread_mutex_unlock(&collectorLock);
      },
      &call);
}

int scannedKind() { return kindOfScanned; }

void outOfMemory() { panics::fatal("runtime: out of memory"); }

} // namespace mg::mem
