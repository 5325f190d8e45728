#include "frontend/load/godebug.h"

#include "llvm/ADT/STLExtras.h"

namespace minigo {
namespace {

struct Setting {
  llvm::StringLiteral name, old;
};

constexpr Setting kSettings[] = {
#define GODEBUG_SETTING(Name, Old) {#Name, Old},
#include "frontend/load/godebug_settings.def"
};

const Setting* find(llvm::StringRef name) {
  const auto* found =
      llvm::find_if(kSettings, [&](const Setting& setting) { return setting.name == name; });
  return found == std::end(kSettings) ? nullptr : found;
}

} // namespace

bool isGodebugSetting(llvm::StringRef name) { return find(name) != nullptr; }

bool isGodebugDefault(llvm::StringRef name, llvm::StringRef value) {
  if (name == "default") return true; // as the go line has it
  const Setting* setting = find(name);
  return setting && !setting->old.empty() && value != setting->old;
}

} // namespace minigo
