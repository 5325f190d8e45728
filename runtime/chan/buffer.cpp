#include "runtime/chan/buffer.h"

#include <cstring>

namespace mg::chans {

void putLast(Channel& channel, Parcel value) {
  if (holdsWords(channel)) return putLastWord(channel, value.words[0]);
  memcpy(channel.buffer + indexAfterLast(channel) * channel.slotSize, &value, channel.slotSize);
  ++channel.count;
}

Parcel takeFirst(Channel& channel) {
  if (holdsWords(channel)) return {{takeFirstWord(channel), 0}};
  Parcel value{};
  char* slot = channel.buffer + channel.first * channel.slotSize;
  memcpy(&value, slot, channel.slotSize);
  memset(slot, 0, channel.slotSize);
  dropFirst(channel);
  return value;
}

} // namespace mg::chans
