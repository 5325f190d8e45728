#include "frontend/source/stack.h"

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

void runOnLargeStack(const std::function<void()>& work) {
  constexpr size_t kLargest = size_t(1) << 30, kLeast = size_t(16) << 20;
  auto run = [](void* function) -> void* {
    (*static_cast<const std::function<void()>*>(function))();
    return nullptr;
  };
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_t thread;
  bool started = false;
  for (size_t size = kLargest; !started && size >= kLeast; size /= 4) {
    pthread_attr_setstacksize(&attributes, size);
    auto* argument = const_cast<std::function<void()>*>(&work);
    started = pthread_create(&thread, &attributes, run, argument) == 0;
  }
  pthread_attr_destroy(&attributes);
  if (started)
    pthread_join(thread, nullptr);
  else
    work();
}

} // namespace minigo
