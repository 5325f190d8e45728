// The function of internal/chacha8rand that is not written in Go: it stands for the portable one.
#include "minigo/pointer.h"
#include "minigo/slice.h"

namespace go::internal_chacha8rand {

using Seed = mg::Ptr<mg::Array<mg::Uint64, 4>>;
using Blocks = mg::Ptr<mg::Array<mg::Uint64, 32>>;

void block_generic(Seed seed, Blocks blocks, mg::Uint32 counter); // of the package
void block(Seed seed, Blocks blocks, mg::Uint32 counter) { block_generic(seed, blocks, counter); }

} // namespace go::internal_chacha8rand
