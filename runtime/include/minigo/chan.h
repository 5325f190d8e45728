// Go's channels. A channel value is one word; a nil channel has none behind it.
//
//   mg::Chan<mg::Int> c = mg::makeChan<mg::Int>(3);   // make(chan int, 3)
//   c.send(1);                                        // c <- 1
//   mg::Int v = c.receive();                          // <-c
//   auto [w, ok] = c.receiveOk();                     // w, ok := <-c
//   c.close();                                        // close(c)
//   for (mg::Int v : c)                               // for v := range c
//     use(v);
//
// A select statement gives the index of the case that was chosen, -1 for default:
//   mg::Int v;
//   switch (mg::select({c.receiving(&v), d.sending(1)})) { case 0: … }   // no default
//   switch (mg::trySelect({c.receiving(&v)})) { case 0: …; default: … }
//
// Values travel in a Parcel: two words, or a pointer to a copy on the heap if they are larger.
// Nothing ever points into the stack of a goroutine that waits.
#pragma once

#include "minigo/heap.h"
#include "minigo/results.h"
#include "minigo/traits.h"
#include "minigo/types.h"

namespace mg {

struct Channel;

struct Parcel {
  Uintptr words[2];
};

// The untyped channel. newChannel panics for a capacity out of range. receive: *ok, unless null, is
// false when the channel is closed and empty; the parcel is zero then.
Channel* newChannel(Int capacity, Uintptr slotSize, Uintptr elemSize, bool pointerFree);
void chanSend(Channel* channel, Parcel value);
Parcel chanReceive(Channel* channel, bool* ok);
void chanClose(Channel* channel);
Int chanLen(const Channel* channel);
Int chanCap(const Channel* channel);

// select {}: parks for ever.
[[noreturn]] void blockForever();

// One case of a select statement, as Chan::sending and Chan::receiving make it.
struct SelectCase {
  Channel* channel;
  void* to; // of a receive: where the value goes, or null
  bool* ok; // of a receive: where ok goes, or null
  Parcel value;
  Uint32 elemSize;
  bool isSend, pointerFree;
};
Int selectCases(SelectCase* cases, Int count, bool blocks);

template <Int N>
inline Int select(SelectCase (&&cases)[N]) {
  return selectCases(cases, N, true);
}
template <Int N>
inline Int trySelect(SelectCase (&&cases)[N]) {
  return selectCases(cases, N, false);
}

template <class T>
inline Parcel pack(const T& value) {
  Parcel parcel{};
  if constexpr (sizeof(T) > sizeof(Parcel)) {
    parcel.words[0] = reinterpret_cast<Uintptr>(newObject(value).raw);
  } else if constexpr (sizeof(T) > 0) {
    __builtin_memcpy(&parcel, &value, sizeof(T));
  }
  return parcel;
}

// The value in a parcel, which is used up; the zero value for a zero parcel.
template <class T>
inline T unpack(const Parcel& parcel) {
  T value{};
  if constexpr (sizeof(T) > sizeof(Parcel)) {
    void* copy = reinterpret_cast<void*>(parcel.words[0]);
    if (copy) {
      __builtin_memcpy(static_cast<void*>(&value), copy, sizeof(T));
      recycle(copy, sizeof(T), kPointerFree<T>);
    }
  } else if constexpr (sizeof(T) > 0) {
    __builtin_memcpy(static_cast<void*>(&value), &parcel, sizeof(T));
  }
  return value;
}

template <class T>
class ChanIter;
struct ChanEnd {};

template <class T>
struct Chan {
  Channel* raw = nullptr;

  constexpr Chan() = default;
  constexpr Chan(Nil) {}
  constexpr Chan(Channel* channel) : raw(channel) {}

  void send(const T& value) const { chanSend(raw, pack(value)); }
  T receive() const { return unpack<T>(chanReceive(raw, nullptr)); }
  Results<T, bool> receiveOk() const {
    bool ok;
    Parcel parcel = chanReceive(raw, &ok);
    return {unpack<T>(parcel), ok};
  }
  void close() const { chanClose(raw); }
  Int len() const { return chanLen(raw); }
  Int cap() const { return chanCap(raw); }
  bool operator==(Nil) const { return !raw; }

  ChanIter<T> begin() const;
  ChanEnd end() const { return {}; }

  SelectCase sending(const T& value) const {
    return {raw, nullptr, nullptr, pack(value), Uint32(sizeof(T)), true, kPointerFree<T>};
  }
  SelectCase receiving(T* to = nullptr, bool* ok = nullptr) const {
    return {raw, to, ok, {}, Uint32(sizeof(T)), false, kPointerFree<T>};
  }

  friend bool operator==(Chan a, Chan b) { return a.raw == b.raw; }
};

template <class T>
inline Chan<T> makeChan(Int capacity = 0) {
  constexpr bool boxed = sizeof(T) > sizeof(Parcel);
  return {newChannel(capacity, boxed ? sizeof(void*) : sizeof(T), sizeof(T),
                     kPointerFree<T> && !boxed)};
}

// Of `for (T value : channel)`: receives until the channel is closed.
template <class T>
class ChanIter {
public:
  explicit ChanIter(Chan<T> channel) : channel_(channel) { ++*this; }
  ChanIter& operator++() {
    parcel_ = chanReceive(channel_.raw, &ok_);
    return *this;
  }
  T operator*() { return unpack<T>(parcel_); } // once for each value
  bool operator!=(ChanEnd) const { return ok_; }

private:
  Chan<T> channel_;
  Parcel parcel_;
  bool ok_;
};

template <class T>
ChanIter<T> Chan<T>::begin() const {
  return ChanIter<T>(*this);
}

} // namespace mg
