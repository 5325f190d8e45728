// The function of package maps that is not written in Go.
#include "minigo/map.h"

#include <cstring>

namespace go::maps {

using namespace mg;

// A copy of a map of any type.
Any clone(Any m) {
  const auto* from = static_cast<const MapHeader*>(m.data);
  MapHeader* to = newMap(*m.type, from->count);
  for (RawMapIter it(from); it.next();)
    memcpy(mapInsert(to, it.key), it.elem, m.type->elem->size);
  return {m.type, to};
}

} // namespace go::maps
