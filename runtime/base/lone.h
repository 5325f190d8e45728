// Atomic read-modify-write operations that cost nothing while one worker thread exists: their bus
// lock is most of the price of a switch. With one thread a plain load and store do the same; the
// flag is cleared, for good, before a second worker starts.
#pragma once

#include <atomic>

namespace mg::base {

extern bool loneWorker;

template <class T>
inline T exchange(std::atomic<T>& word, T value, std::memory_order order) {
  if (!loneWorker) [[unlikely]]
    return word.exchange(value, order);
  T old = word.load(std::memory_order_relaxed); // no other thread
  word.store(value, std::memory_order_relaxed);
  return old;
}

// As compare_exchange_strong, relaxed when it fails.
template <class T>
inline bool compareExchange(std::atomic<T>& word, T& expected, T value, std::memory_order order) {
  if (!loneWorker) [[unlikely]]
    return word.compare_exchange_strong(expected, value, order, std::memory_order_relaxed);
  T old = word.load(std::memory_order_relaxed); // no other thread
  if (old != expected) {
    expected = old;
    return false;
  }
  word.store(value, std::memory_order_relaxed);
  return true;
}

// As fetch_add. Also for words that are atomic only through std::atomic_ref.
template <class T>
inline T fetchAdd(std::atomic_ref<T> word, T change) {
  if (!loneWorker) [[unlikely]]
    return word.fetch_add(change);
  T old = word.load(std::memory_order_relaxed); // no other thread
  word.store(old + change, std::memory_order_relaxed);
  return old;
}

} // namespace mg::base
