// Package reflect: operations on channels of any type.
#include "minigo/chan.h"
#include "minigo/slice.h"
#include "minigo/type.h"

#include <cstring>

namespace go::reflect {

using namespace mg;

namespace {

// As in packages/reflect/chan.go.
struct ChannelCase {
  Channel* channel;
  const Type* elem;
  void* value;
  bool isSend, ok;
};

bool isBoxed(const Type& elem) { return elem.size > sizeof(Parcel); }

// As mg::pack.
Parcel parcelOf(const Type& elem, const void* value) {
  Parcel parcel{};
  void* to = &parcel;
  if (isBoxed(elem)) {
    to = allocate(elem.size, elem.flags & kNoPointers);
    parcel.words[0] = reinterpret_cast<Uintptr>(to);
  }
  if (elem.size) memcpy(to, value, elem.size);
  return parcel;
}

} // namespace

void* newChannel(void* elem, Int buffer);
Int channelLen(void* c);
Int channelCap(void* c);
void channelClose(void* c);
Int selectChannel(void* cases, Int n, bool waits);

void* newChannel(void* elem, Int buffer) {
  const Type& type = *static_cast<const Type*>(elem);
  const bool boxed = isBoxed(type);
  return mg::newChannel(buffer, boxed ? sizeof(void*) : type.size, type.size,
                        (type.flags & kNoPointers) && !boxed);
}

Int channelLen(void* c) { return chanLen(static_cast<Channel*>(c)); }
Int channelCap(void* c) { return chanCap(static_cast<Channel*>(c)); }
void channelClose(void* c) { chanClose(static_cast<Channel*>(c)); }

Int selectChannel(void* cases, Int n, bool waits) {
  auto* from = static_cast<ChannelCase*>(cases);
  if (n == 1 && waits && from->isSend) { // not a select to who reads a traceback
    chanSend(from->channel, parcelOf(*from->elem, from->value));
    return 0;
  }
  Slice<SelectCase> all = makeSlice<SelectCase>(n);
  for (Int i = 0; i < n; ++i) {
    ChannelCase& c = from[i];
    Parcel value{};
    if (c.isSend) value = parcelOf(*c.elem, c.value);
    all.ptr[i] = {c.channel, c.isSend ? nullptr : c.value,     &c.ok, value, Uint32(c.elem->size),
                  c.isSend,  bool(c.elem->flags & kNoPointers)};
  }
  return selectCases(all.ptr, n, waits);
}

} // namespace go::reflect
