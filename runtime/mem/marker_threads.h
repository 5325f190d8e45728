// The threads that mark beside the one that collects. They are made by the first collection that is
// worth it, and sleep between collections.
//
// A collection never waits for a thread to wake up: others join when they run, as long as there is
// work. State is one word: the number of the round, whether it is closed, how many have joined, and
// how many of those have nothing to do. Everything that a marker does to it is one compare-and-swap
// of the whole word, so one that sleeps through the end of a round cannot disturb the next.
#pragma once

#include <atomic>
#include <cstdint>

namespace mg::mem {

class Marker;

namespace detail {
extern std::atomic<uint64_t> state;
extern bool isShared;
} // namespace detail

// More than one marker may be at work: marks must be set atomically. Changes only between rounds.
inline bool markersShare() { return detail::isShared; }
// Relaxed: a hint.
inline bool othersAreIdle() { return detail::state.load(std::memory_order_relaxed) & 0xffff; }

// Waits until there is work (true), or the round is over because nobody has any (false). By a
// marker of this round that has none.
bool waitForWork(uint32_t round, bool (*isThere)());

// After work has been added: wakes those who wait.
void signalWork();

// The markers' memory is there. By the one that collects.
void prepareMarkers();

// A round: work(marker) on the calling thread and on up to count - 1 others; work ends with
// waitForWork(). Returns how many have taken part.
uint32_t markTogether(uint32_t count, void (*work)(Marker& marker));

} // namespace mg::mem
