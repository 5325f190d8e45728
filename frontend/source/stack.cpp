#include "frontend/source/stack.h"

#include <csignal>
#include <pthread.h>

namespace minigo {

Stack currentStack() {
  pthread_attr_t attributes;
  void* lowest = nullptr;
  size_t size = 0;
  if (pthread_getattr_np(pthread_self(), &attributes)) return {};
  pthread_attr_getstack(&attributes, &lowest, &size);
  pthread_attr_destroy(&attributes);
  return {reinterpret_cast<uintptr_t>(lowest), size};
}

namespace {

struct Work {
  const std::function<void()>& function;
  sigset_t signals; // that it holds back
};

void* run(void* argument) {
  auto* work = static_cast<Work*>(argument);
  pthread_sigmask(SIG_SETMASK, &work->signals, nullptr);
  work->function();
  return nullptr;
}

} // namespace

void runOnLargeStack(const std::function<void()>& function) {
  constexpr size_t kLargest = size_t(1) << 30, kLeast = size_t(16) << 20;
  Work work{function, {}};
  // Handlers of signals interrupt the work, and never run beside it.
  sigset_t all;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &work.signals);
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_t thread;
  bool started = false;
  for (size_t size = kLargest; !started && size >= kLeast; size /= 4) {
    pthread_attr_setstacksize(&attributes, size);
    started = pthread_create(&thread, &attributes, run, &work) == 0;
  }
  pthread_attr_destroy(&attributes);
  if (started)
    pthread_join(thread, nullptr);
  else
    run(&work);
}

} // namespace minigo
