// typeWord: types as parts of identifiers.
//
// The words are a prefix code, so that they can be read in one way only, as long as every list of
// unknown length stands at the end and no user's name looks like two words or like one of ours.
// Where that fails, `irregular` is set and a hash of the unambiguous key is appended.
#include "codegen/names/mangle.h"
#include "frontend/program.h"
#include "frontend/types/type_set.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/xxhash.h"

namespace minigo {

namespace {

using llvm::StringRef;

bool isWord(StringRef text) {
  static const llvm::StringSet<> words = {
      "ptr",     "slice",   "map",       "chan",       "sendchan",  "recvchan", "func",
      "vfunc",   "ret",     "struct",    "interface",  "any",       "of",       "embeds",
      "error",   "string",  "bool",      "int",        "int8",      "int16",    "int32",
      "int64",   "uint",    "uint8",     "uint16",     "uint32",    "uint64",   "uintptr",
      "float32", "float64", "complex64", "complex128", "comparable"};
  return words.contains(text) || text.starts_with("array") || text.starts_with("tag");
}

class Speller {
public:
  // With names of packages, where paths are not needed.
  Speller(const Package* home, ProgramNames& names, bool withPaths)
      : home_(home), names_(names), withPaths_(withPaths) {}

  std::string text; // readable
  std::string key;  // unambiguous
  bool irregular = false;

  void spell(const Type* type, bool top);

private:
  void word(StringRef part) {
    if (!text.empty()) text += '_';
    text += part;
    key += ' ';
    key += part;
  }
  void userWord(StringRef part) {
    if (part.contains('_') || isWord(part)) irregular = true;
    word(part);
  }
  void memberName(const Object* member);
  void object(const TypeName* object);
  void basic(const Basic* t);
  void structure(const Struct* s);
  void signature(const Signature* s);
  void interface(const Interface* i);

  const Package* home_;
  ProgramNames& names_;
  bool withPaths_;
};

// A field or method: unexported ones belong to a package.
void Speller::memberName(const Object* member) {
  if (!member->isExported() && member->package) userWord(mangleImportPath(member->package->path));
  userWord(member->name);
}

void Speller::object(const TypeName* object) {
  if (!object->package) return word(object->name);
  StringRef name = names_.of(object->package).of(object).text();
  if (!withPaths_) {
    if (object->package != home_) word(mangleImportPath(object->package->name));
    return word(name);
  }
  if (object->package != home_ || !object->isExported()) {
    std::string space = mangleImportPath(object->package->path);
    if (llvm::isUpper(space[0])) irregular = true;
    userWord(space);
  }
  userWord(name);
}

void Speller::basic(const Basic* t) {
  if (t->basic == BasicKind::UnsafePointer) return word("unsafe"), word("Pointer");
  if (t->basic == BasicKind::Uint8) return word("uint8"); // byte too
  if (t->basic == BasicKind::Int32) return word("int32"); // rune too
  word(t->name);
}

void Speller::structure(const Struct* s) {
  word("struct");
  key += '{';
  for (size_t i = 0; i < s->fields.size(); ++i) {
    const Var* field = s->fields[i];
    if (field->embedded) word("embeds");
    memberName(field);
    spell(field->type, false);
    if (i < s->tags.size() && !s->tags[i].empty())
      word("tag" + llvm::utohexstr(llvm::xxh3_64bits(s->tags[i]), true));
  }
  key += '}';
}

void Speller::signature(const Signature* s) {
  word(s->variadic ? "vfunc" : "func");
  key += '(';
  for (const Var* param : s->params->vars)
    spell(param->type, false);
  key += ')';
  if (s->results->vars.empty()) return;
  word("ret");
  key += '(';
  for (const Var* result : s->results->vars)
    spell(result->type, false);
  key += ')';
}

void Speller::interface(const Interface* i) {
  const TypeSet& set = typeSetOf(i);
  if (set.methods.empty()) return word("any");
  word("interface");
  key += '{';
  for (const Func* method : set.methods) {
    if (!method->isExported()) irregular = true;
    memberName(method);
    signature(method->signature());
  }
  key += '}';
}

void Speller::spell(const Type* type, bool top) {
  type = unalias(type);
  switch (type->kind) {
  case TypeKind::Basic: return basic(llvm::cast<Basic>(type));
  case TypeKind::Named: {
    const auto* t = llvm::cast<Named>(type);
    object(t->object);
    if (t->typeArgs.empty()) return;
    word("of");
    key += '[';
    for (const Type* arg : t->typeArgs)
      spell(arg, false);
    key += ']';
    return;
  }
  case TypeKind::Pointer: return word("ptr"), spell(llvm::cast<Pointer>(type)->elem, false);
  case TypeKind::Slice: return word("slice"), spell(llvm::cast<Slice>(type)->elem, false);
  case TypeKind::Array: {
    const auto* t = llvm::cast<Array>(type);
    return word("array" + std::to_string(t->length)), spell(t->elem, false);
  }
  case TypeKind::Map: {
    const auto* t = llvm::cast<Map>(type);
    return word("map"), spell(t->key, false), spell(t->elem, false);
  }
  case TypeKind::Chan: {
    const auto* t = llvm::cast<Chan>(type);
    word(t->dir == Chan::Both ? "chan" : t->dir == Chan::SendOnly ? "sendchan" : "recvchan");
    return spell(t->elem, false);
  }
  case TypeKind::Struct: irregular |= !top; return structure(llvm::cast<Struct>(type));
  case TypeKind::Signature: irregular |= !top; return signature(llvm::cast<Signature>(type));
  case TypeKind::Interface:
    irregular |= !top && !typeSetOf(llvm::cast<Interface>(type)).methods.empty();
    return interface(llvm::cast<Interface>(type));
  case TypeKind::TypeParam: return word(llvm::cast<TypeParam>(type)->object->name);
  case TypeKind::Tuple:
    word("results");
    key += '(';
    for (const Var* result : llvm::cast<Tuple>(type)->vars)
      spell(result->type, false);
    key += ')';
    return;
  case TypeKind::Alias:
  case TypeKind::Union: break;
  }
  irregular = true;
  word("type");
}

} // namespace

namespace {

constexpr size_t kLongest = 60;

// Not cut in the middle of a character of UTF-8.
StringRef startOf(StringRef text, size_t most) {
  StringRef start = text.take_front(most);
  while (!start.empty() && start.size() < text.size() && (text[start.size()] & 0xC0) == 0x80)
    start = start.drop_back();
  return start.rtrim('_');
}

} // namespace

std::string typeWord(const Type* type, const Package* home, ProgramNames& names) {
  Speller speller(home, names, /*withPaths=*/true);
  speller.spell(type, true);
  if (speller.text.size() <= kLongest && !speller.irregular) return speller.text;
  std::string hash = llvm::utohexstr(llvm::xxh3_64bits(speller.key), true);
  return (startOf(speller.text, kLongest - hash.size() - 1) + "_" + hash).str();
}

std::string shortTypeWord(const Type* type, const Package* home, ProgramNames& names) {
  Speller speller(home, names, /*withPaths=*/false);
  speller.spell(type, true);
  return startOf(speller.text, kLongest).str();
}

} // namespace minigo
