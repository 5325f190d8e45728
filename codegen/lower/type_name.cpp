// runtimeTypeName: the names of types that programs see through %T, %v and panics.
#include "codegen/lower/lower.h"
#include "frontend/types/type_set.h"

#include "llvm/ADT/StringExtras.h"

namespace minigo {

namespace {

std::string quoted(llvm::StringRef text) {
  std::string out = "\"";
  for (char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + "\"";
}

// Inside the brackets of an instance, packages are written with their whole path.
std::string spell(const Type* t, bool wholePath);

std::string list(llvm::ArrayRef<Var*> vars, bool variadic, bool wholePath) {
  std::string text;
  for (size_t i = 0; i < vars.size(); ++i) {
    if (i) text += ", ";
    const Type* type = vars[i]->type;
    if (variadic && i + 1 == vars.size())
      text += "..." + spell(llvm::cast<Slice>(unalias(type))->elem, wholePath);
    else
      text += spell(type, wholePath);
  }
  return text;
}

std::string signature(const Signature* s, bool wholePath) {
  std::string text = "(" + list(s->params->vars, s->variadic, wholePath) + ")";
  llvm::ArrayRef<Var*> results = s->results->vars;
  if (results.size() == 1) return text + " " + spell(results[0]->type, wholePath);
  if (!results.empty()) text += " (" + list(results, false, wholePath) + ")";
  return text;
}

std::string named(const Named* t, bool wholePath) {
  std::string text;
  if (const Package* package = t->object->package)
    text = (wholePath ? package->path : package->name).str() + ".";
  text += t->object->name;
  if (t->typeArgs.empty()) return text;
  text += '[';
  for (const Type* arg : t->typeArgs)
    text += (text.back() == '[' ? "" : ",") + spell(arg, true);
  return text + "]";
}

std::string structure(const Struct* s, bool wholePath) {
  std::string text;
  for (size_t i = 0; i < s->fields.size(); ++i) {
    text += i ? "; " : " ";
    if (!s->fields[i]->embedded) text += s->fields[i]->name.str() + " ";
    text += spell(s->fields[i]->type, wholePath);
    if (i < s->tags.size() && !s->tags[i].empty()) text += " " + quoted(s->tags[i]);
  }
  return "struct {" + text + (text.empty() ? "}" : " }");
}

std::string interface(const Interface* i, bool wholePath) {
  std::string text;
  for (const Func* method : typeSetOf(i).methods) {
    text += text.empty() ? " " : "; ";
    if (!method->isExported() && method->package) text += method->package->path.str() + ".";
    text += method->name.str() + signature(method->signature(), wholePath);
  }
  return "interface {" + text + (text.empty() ? "}" : " }");
}

std::string spell(const Type* t, bool wholePath) {
  t = unalias(t);
  switch (t->kind) {
  case TypeKind::Basic: {
    const auto* basic = llvm::cast<Basic>(t);
    if (basic->basic == BasicKind::Uint8) return "uint8";
    if (basic->basic == BasicKind::Int32) return "int32";
    if (basic->basic == BasicKind::UnsafePointer) return "unsafe.Pointer";
    return basic->name.str();
  }
  case TypeKind::Named: return named(llvm::cast<Named>(t), wholePath);
  case TypeKind::Pointer: return "*" + spell(llvm::cast<Pointer>(t)->elem, wholePath);
  case TypeKind::Slice: return "[]" + spell(llvm::cast<Slice>(t)->elem, wholePath);
  case TypeKind::Array: {
    const auto* array = llvm::cast<Array>(t);
    return "[" + std::to_string(array->length) + "]" + spell(array->elem, wholePath);
  }
  case TypeKind::Map: {
    const auto* map = llvm::cast<Map>(t);
    return "map[" + spell(map->key, wholePath) + "]" + spell(map->elem, wholePath);
  }
  case TypeKind::Chan: {
    const auto* chan = llvm::cast<Chan>(t);
    std::string elem = spell(chan->elem, wholePath);
    if (chan->dir == Chan::SendOnly) return "chan<- " + elem;
    if (chan->dir == Chan::RecvOnly) return "<-chan " + elem;
    bool receives = elem.starts_with("<-");
    return receives ? "chan (" + elem + ")" : "chan " + elem;
  }
  case TypeKind::Struct: return structure(llvm::cast<Struct>(t), wholePath);
  case TypeKind::Signature: return "func" + signature(llvm::cast<Signature>(t), wholePath);
  case TypeKind::Interface: return interface(llvm::cast<Interface>(t), wholePath);
  default: return "?";
  }
}

} // namespace

std::string runtimeTypeName(const Type* t) { return spell(t, false); }

} // namespace minigo
