#include "codegen/names/local_names.h"
#include "codegen/names/mangle.h"
#include "frontend/types/object.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/Twine.h"

#include <cassert>

namespace minigo {

using llvm::StringRef;

// A capital would make a field's or a function's name look like a type: Eval -> eval,
// URLPath -> urlPath, ID -> id.
static std::string withoutCapitals(std::string text) {
  for (size_t i = 0; i < text.size() && llvm::isUpper(text[i]); ++i) {
    bool beginsWord = i > 0 && i + 1 < text.size() && llvm::isLower(text[i + 1]);
    if (beginsWord) break;
    text[i] = llvm::toLower(text[i]);
  }
  return text;
}

LocalNames::LocalNames(const PackageNames& package) : package_(package) {}

// The first free one of base, base2_, base3_…; of a made name, whose base ends in `_` already, the
// number goes before that.
Name LocalNames::unique(StringRef base, bool made) {
  StringRef stem = base;
  if (made) stem.consume_back("_");
  std::string text = base.str();
  for (unsigned n = 2; used_.contains(text) || package_.isTaken(text) || package_.isNamespace(text);
       ++n)
    text = (stem + llvm::Twine(n) + "_").str();
  Name name = package_.maker().made(text);
  used_.insert(name.text());
  visible_.push_back(name.text());
  return name;
}

Name LocalNames::declare(const Object* object) {
  Name name = object->name == "_" || object->name.empty() ? temp("blank") : declare(object->name);
  names_[object] = name;
  return name;
}

Name LocalNames::declare(StringRef goName) {
  return unique(package_.maker().identifier(goName).text(), false);
}

Name LocalNames::temp(StringRef hint) {
  std::string text = hint.empty() || hint == "_" ? "t" : hint.str();
  if (text.back() != '_') text += '_';
  return unique(withoutCapitals(text), true);
}

Name LocalNames::of(const Object* object) const {
  auto found = names_.find(object);
  assert(found != names_.end() && "name of a local that was not declared");
  return found->second;
}

void LocalNames::bind(const Object* object, Name name) { names_[object] = name; }

Name LocalNames::label(StringRef goName) {
  Name base = package_.maker().identifier(goName);
  std::string text = base.text().str();
  for (unsigned n = 2; !labels_.insert(text).second; ++n)
    text = (base.text() + llvm::Twine(n) + "_").str();
  return package_.maker().made(text);
}

void LocalNames::close(size_t mark) {
  while (visible_.size() > mark) {
    used_.erase(visible_.back());
    visible_.pop_back();
  }
}

} // namespace minigo
