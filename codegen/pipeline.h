// The passes of code generation, in order.
//
//   analyze   facts about variables, defers and order of evaluation (made while lowering asks)
//   lower     the C++ tree of the package; after analyze, because temporaries and captures follow
//             from it
//   verify    the tree can be printed; before print, which checks nothing
//   print     text
//
// `--dump-after=lower` shows the tree's text as it is before verification, so that a fault which
// verify finds can be looked at.
#pragma once

#include "codegen/codegen.h"

namespace minigo {

enum class Pass : uint8_t { Lower, Verify, Print };

llvm::StringRef passName(Pass pass);

} // namespace minigo
