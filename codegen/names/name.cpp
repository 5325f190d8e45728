#include "codegen/names/name.h"
#include "codegen/names/mangle.h"
#include "frontend/ast/arena.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/ADT/Twine.h"

#include <cassert>

namespace minigo {

using llvm::StringRef;

bool isReserved(StringRef text) {
  static const llvm::StringSet<> words = {
#define RESERVED(word) #word,
#include "codegen/names/reserved.def"
  };
  if (text.starts_with("__")) return true;
  if (text.size() > 1 && text[0] == '_' && llvm::isUpper(text[1])) return true;
  return words.contains(text);
}

Name NameMaker::made(StringRef text) { return Name(arena_.intern(text)); }

Name NameMaker::runtime(StringRef name) {
  assert(!name.empty());
  return made(name);
}

Name NameMaker::identifier(StringRef goName) {
  // `errno` becomes errno_, so `errno_` must become errno__.
  return isReserved(goName.rtrim('_')) || isReserved(goName) ? made((goName + "_").str())
                                                             : made(goName);
}

Name NameMaker::packageNamespace(StringRef importPath) {
  return made(mangleImportPath(importPath));
}

Name NameMaker::result(unsigned index) { return made("r" + std::to_string(index)); }

Name NameMaker::derived(Name base, StringRef suffix) { return made((base.text() + suffix).str()); }

Name NameMaker::blankField(unsigned index) { return made("blank" + std::to_string(index) + "_"); }

} // namespace minigo
