// One attempt at an operation, under the channel's lock.
#pragma once

#include "runtime/chan/buffer.h"

namespace mg::chans {

// Blocked: nothing has happened.
enum class Attempt { Done, Blocked, Closed };

// Done: *woken, unless null, must be made ready after the lock is released.
[[gnu::always_inline]] inline Attempt trySend(Channel& channel, Parcel value, Waiter* woken) {
  if (channel.isClosed) [[unlikely]]
    return Attempt::Closed;
  if (Waiter receiver = channel.receivers.pop()) {
    receiver.setValue(value);
    receiver.setDone();
    *woken = receiver;
    return Attempt::Done;
  }
  if (channel.count == channel.capacity) return Attempt::Blocked;
  putLast(channel, value);
  return Attempt::Done;
}

// Closed: and empty.
[[gnu::always_inline]] inline Attempt tryReceive(Channel& channel, Parcel* value, Waiter* woken) {
  if (channel.count > 0) {
    if (holdsWords(channel))
      *value = {{takeFirstWord(channel), 0}};
    else
      *value = takeFirst(channel);
    // The buffer was full if someone waits to send: that value is its last now.
    if (Waiter sender = channel.senders.pop()) {
      putLast(channel, sender.value());
      sender.setDone();
      *woken = sender;
    }
    return Attempt::Done;
  }
  if (Waiter sender = channel.senders.pop()) {
    *value = sender.value();
    sender.setDone();
    *woken = sender;
    return Attempt::Done;
  }
  return channel.isClosed ? Attempt::Closed : Attempt::Blocked;
}

} // namespace mg::chans
