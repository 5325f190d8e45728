// The threads that mark beside the one that collects. They are made by the first collection that is
// worth it, and sleep between collections.
#pragma once

#include <atomic>
#include <cstdint>

namespace mg::mem {

class Marker;

namespace detail {
extern std::atomic<uint32_t> running; // markers of this collection
extern std::atomic<uint32_t> idle;    // of those, they have nothing to do
} // namespace detail

// More than one marker is at work: marks must be set atomically.
inline bool markersShare() {
  // Relaxed: changes only while no other marker is at work.
  return detail::running.load(std::memory_order_relaxed) > 1;
}
inline bool othersAreIdle() { return detail::idle.load(std::memory_order_relaxed) > 0; }

// Waits until there is work (true) or all markers wait for it (false: marking is complete).
bool waitForWork(bool (*isThere)());

// After work has been added: wakes those who wait.
void signalWork();

// Runs work(marker) on the calling thread and on up to count - 1 others; returns when all have
// ended. The number of markers.
uint32_t markTogether(uint32_t count, void (*work)(Marker& marker));

} // namespace mg::mem
