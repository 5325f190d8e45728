#include "frontend/load/godebug.h"

#include "llvm/ADT/STLExtras.h"

namespace minigo {

bool isGodebugSetting(llvm::StringRef name) {
  constexpr llvm::StringLiteral kSettings[] = {
#define GODEBUG_SETTING(Name) #Name,
#include "frontend/load/godebug_settings.def"
  };
  return llvm::is_contained(kSettings, name);
}

} // namespace minigo
