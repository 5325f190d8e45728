// The ring of values of a buffered channel. Under the channel's lock.
#pragma once

#include "runtime/chan/channel.h"

namespace mg::chans {

// Whether values are one whole word, as most are: the functions that say so are inline and short.
inline bool holdsWords(const Channel& channel) { return channel.slotSize == sizeof(Uintptr); }

inline Uintptr indexAfterLast(const Channel& channel) {
  Uintptr index = channel.first + channel.count;
  return index >= channel.capacity ? index - channel.capacity : index;
}

inline void dropFirst(Channel& channel) {
  channel.first = channel.first + 1 == channel.capacity ? 0 : channel.first + 1;
  --channel.count;
}

// REQUIRES: not full.
inline void putLastWord(Channel& channel, Uintptr value) {
  reinterpret_cast<Uintptr*>(channel.buffer)[indexAfterLast(channel)] = value;
  ++channel.count;
}

// The slot is cleared, so that it keeps nothing alive. REQUIRES: not empty.
inline Uintptr takeFirstWord(Channel& channel) {
  Uintptr& slot = reinterpret_cast<Uintptr*>(channel.buffer)[channel.first];
  Uintptr value = slot;
  slot = 0;
  dropFirst(channel);
  return value;
}

// For values of any size.
void putLast(Channel& channel, Parcel value);
Parcel takeFirst(Channel& channel);

} // namespace mg::chans
