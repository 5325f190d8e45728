// Settings of GODEBUG, which go.mod and //go:debug may set for a program.
#pragma once

#include "llvm/ADT/StringRef.h"

namespace minigo {

// Whether Go 1.26 has a setting of this name: `panicnil`.
bool isGodebugSetting(llvm::StringRef name);

// Whether a value is what programs made by minigo do: they always have the newest behaviour.
bool isGodebugDefault(llvm::StringRef name, llvm::StringRef value);

} // namespace minigo
