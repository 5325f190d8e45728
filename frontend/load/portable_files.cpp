#include "frontend/load/portable_files.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/MemoryBuffer.h"

namespace minigo {

namespace {

using llvm::StringRef;

bool isNameByte(char c) { return llvm::isAlnum(c) || c == '_' || (c & 0x80); }

StringRef nameAt(StringRef text) { return text.take_while(isNameByte); }

// Whether a body follows what begins behind the name of a function: a brace before the line ends,
// that of no type in its signature.
bool hasBody(StringRef text) {
  int depth = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (text.substr(i).starts_with("//")) i = text.find('\n', i) - 1;
    if (c == '\n' && depth == 0) return false;
    if (c == '{' && depth == 0) {
      StringRef before = text.take_front(i).rtrim();
      if (!before.ends_with("interface") && !before.ends_with("struct")) return true;
    }
    depth += StringRef("([{").contains(c) - StringRef(")]}").contains(c);
  }
  return false;
}

struct Declarations {
  std::vector<std::string> texts; // of the files
  llvm::StringSet<> all;          // names that lines declare
  llvm::StringSet<> bodyless;     // functions

  explicit Declarations(const std::vector<std::string>& paths) {
    for (const std::string& path : paths)
      if (auto file = llvm::MemoryBuffer::getFile(path)) add((*file)->getBuffer());
  }

  bool mention(StringRef name) const {
    return llvm::any_of(texts, [&](StringRef text) {
      for (size_t at = 0; (at = text.find(name, at)) != StringRef::npos; at += name.size()) {
        const char before = at ? text[at - 1] : ' ';
        StringRef behind = text.drop_front(at + name.size());
        if (!isNameByte(before) && before != '.' && !isNameByte(behind.empty() ? ' ' : behind[0]))
          return true;
      }
      return false;
    });
  }

private:
  void add(StringRef text) {
    texts.push_back(text.str());
    for (StringRef rest = text; !rest.empty(); rest = rest.split('\n').second) {
      StringRef line = rest;
      const bool isFunc = line.consume_front("func ");
      if (!isFunc && !line.consume_front("var ") && !line.consume_front("const ") &&
          !line.consume_front("type "))
        continue;
      StringRef name = nameAt(line);
      if (name.empty() || name == "_" || name == "init") continue;
      all.insert(name);
      if (isFunc && !hasBody(line.drop_front(name.size()))) bodyless.insert(name);
    }
  }
};

} // namespace

bool canStandIn(const PackageFiles& portable, const PackageFiles& files) {
  if (portable.go.empty() || portable.hasAssembly) return false;
  const Declarations here(files.go);
  if (here.bodyless.empty()) return false;
  const Declarations there(portable.go);
  // Those that stay are joined to functions elsewhere (//go:linkname).
  const bool stay = llvm::all_of(here.bodyless.keys(),
                                 [&](StringRef name) { return there.bodyless.contains(name); });
  return !stay && llvm::all_of(here.all.keys(), [&](StringRef name) {
    return there.all.contains(name) || !there.mention(name);
  });
}

} // namespace minigo
