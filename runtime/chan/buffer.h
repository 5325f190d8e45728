// The ring of values of a buffered channel. Under the channel's lock.
#pragma once

#include "runtime/chan/channel.h"

#include <cstring>

namespace mg::chans {

inline char* slotAt(Channel& channel, Uintptr index) {
  if (index >= channel.capacity) index -= channel.capacity;
  return channel.buffer + index * channel.slotSize;
}

// REQUIRES: not full.
inline void putLast(Channel& channel, Parcel value) {
  char* slot = slotAt(channel, channel.first + channel.count++);
  if (channel.slotSize == sizeof(Uintptr)) // most are: the compiler knows the size
    memcpy(slot, &value, sizeof(Uintptr));
  else
    memcpy(slot, &value, channel.slotSize);
}

// The slot is cleared, so that it keeps nothing alive. REQUIRES: not empty.
inline Parcel takeFirst(Channel& channel) {
  Parcel value{};
  char* slot = slotAt(channel, channel.first);
  if (channel.slotSize == sizeof(Uintptr)) {
    memcpy(&value, slot, sizeof(Uintptr));
    memset(slot, 0, sizeof(Uintptr));
  } else {
    memcpy(&value, slot, channel.slotSize);
    memset(slot, 0, channel.slotSize);
  }
  channel.first = channel.first + 1 == channel.capacity ? 0 : channel.first + 1;
  --channel.count;
  return value;
}

} // namespace mg::chans
