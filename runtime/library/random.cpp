// The source of random numbers behind packages math/rand and math/rand/v2, and what package runtime
// has for those who ask by //go:linkname.
#include "minigo/types.h"
#include "runtime/types/hash.h"

namespace go::math_rand {
mg::Uint64 runtime_rand() { return mg::randomWord(); }
} // namespace go::math_rand

namespace go::math_rand_v2 {
mg::Uint64 runtime_rand() { return mg::randomWord(); }
} // namespace go::math_rand_v2

namespace go::os {
mg::Uint64 randomWord() { return mg::randomWord(); }
} // namespace go::os

namespace go::runtime {

mg::Uint64 randomWord() { return mg::randomWord(); }

mg::Uintptr memhash(void* p, mg::Uintptr seed, mg::Uintptr size) {
  return mg::hashString(mg::String(static_cast<const mg::Byte*>(p), mg::Int(size)), seed);
}

} // namespace go::runtime
