// Fields and methods by name (spec: Selectors).
#include "frontend/types/lookup.h"

#include "frontend/program.h"
#include "frontend/source/unicode.h"
#include "frontend/types/identical.h"
#include "frontend/types/predicates.h"
#include "frontend/types/type_set.h"

#include "llvm/ADT/STLExtras.h"

namespace minigo {

int fieldIndex(llvm::ArrayRef<Var*> fields, const Package* package, llvm::StringRef name,
               bool foldCase) {
  if (name != "_")
    for (size_t i = 0; i < fields.size(); ++i)
      if (sameId(fields[i], package, name, foldCase)) return static_cast<int>(i);
  return -1;
}

int methodIndex(llvm::ArrayRef<Func*> methods, const Package* package, llvm::StringRef name,
                bool foldCase) {
  if (name != "_")
    for (size_t i = 0; i < methods.size(); ++i)
      if (sameId(methods[i], package, name, foldCase)) return static_cast<int>(i);
  return -1;
}

namespace {

using Path = llvm::SmallVector<uint32_t, 4>;

// A type to search at the current depth of embedding.
struct Candidate {
  const Type* type;
  Path path;
  bool indirect;  // a pointer was followed on the way
  bool multiples; // the type occurs several times at this depth
};

Path extended(const Path& path, size_t index) {
  Path result = path;
  result.push_back(static_cast<uint32_t>(index));
  return result;
}

class Search {
public:
  Search(TypeContext& context, const Package* package, llvm::StringRef name, bool foldCase)
      : context_(context), package_(package), name_(name), foldCase_(foldCase) {}

  LookupResult run(const Type* T, bool addressable) {
    if (name_ == "_") return {};
    Deref start = deref(T);
    // A pointer to an interface has no methods.
    if (start.wasPointer && isInterface(start.type)) return {};
    llvm::SmallVector<Candidate, 4> current;
    current.push_back({start.type, {}, start.wasPointer, false});
    while (!current.empty()) {
      next_.clear();
      for (const Candidate& candidate : current)
        if (!searchIn(candidate)) return ambiguous();
      if (found_.object) {
        const auto* method = llvm::dyn_cast<Func>(found_.object);
        if (method && method->pointerReceiver && !found_.indirect && !addressable) {
          LookupResult result;
          result.pointerReceiver = true;
          return result;
        }
        return found_;
      }
      current = consolidated();
    }
    return {};
  }

private:
  // Notes a find; false if it is not the only one at this depth.
  bool note(Object* object, const Candidate& candidate, size_t index) {
    bool isFirst = !found_.object && !candidate.multiples;
    found_.object = object;
    found_.path = extended(candidate.path, index);
    found_.indirect = candidate.indirect;
    return isFirst;
  }

  LookupResult ambiguous() {
    LookupResult result;
    result.path = found_.path;
    result.ambiguous = true;
    return result;
  }

  bool searchIn(const Candidate& candidate) {
    if (const Named* named = asNamed(candidate.type)) {
      // A type seen at a shallower depth hides itself here.
      if (llvm::any_of(seen_, [&](const Named* n) { return identical(n, named); })) return true;
      seen_.push_back(named);
      int i = declaredMethod(named);
      if (i >= 0)
        return note(methodAt(context_, named, static_cast<size_t>(i)), candidate,
                    static_cast<size_t>(i));
    }
    const Type* under = underlying(candidate.type);
    if (const auto* s = llvm::dyn_cast<Struct>(under)) return searchFields(s, candidate);
    if (const auto* iface = llvm::dyn_cast<Interface>(under)) {
      llvm::ArrayRef<Func*> methods = typeSetOf(iface).methods;
      int i = methodIndex(methods, package_, name_, foldCase_);
      if (i >= 0) return note(methods[static_cast<size_t>(i)], candidate, static_cast<size_t>(i));
    }
    return true;
  }

  int declaredMethod(const Named* named) {
    const Named* origin = named->origin ? named->origin : named;
    bool visible =
        foldCase_ || isExportedName(name_) || samePackage(origin->object->package, package_);
    if (!visible) return -1;
    for (size_t i = 0; i < origin->methods.size(); ++i) {
      llvm::StringRef name = origin->methods[i]->name;
      if (foldCase_ ? equalFold(name, name_) : name == name_) return static_cast<int>(i);
    }
    return -1;
  }

  bool searchFields(const Struct* s, const Candidate& candidate) {
    for (size_t i = 0; i < s->fields.size(); ++i) {
      Var* field = s->fields[i];
      if (sameId(field, package_, name_, foldCase_)) {
        if (!note(field, candidate, i)) return false;
        continue;
      }
      // Once there is a find at this depth, deeper ones do not count.
      if (!found_.object && field->embedded) {
        Deref inner = deref(field->type);
        next_.push_back({inner.type, extended(candidate.path, i),
                         candidate.indirect || inner.wasPointer, candidate.multiples});
      }
    }
    return true;
  }

  // The candidates of the next depth, each type once.
  llvm::SmallVector<Candidate, 4> consolidated() {
    llvm::SmallVector<Candidate, 4> result;
    for (Candidate& c : next_) {
      auto same = llvm::find_if(
          result, [&](const Candidate& other) { return identical(other.type, c.type); });
      if (same != result.end())
        same->multiples = true;
      else
        result.push_back(std::move(c));
    }
    return result;
  }

  TypeContext& context_;
  const Package* package_;
  llvm::StringRef name_;
  bool foldCase_;
  LookupResult found_;
  llvm::SmallVector<Candidate, 4> next_;
  llvm::SmallVector<const Named*, 8> seen_;
};

} // namespace

LookupResult lookupFieldOrMethod(TypeContext& context, const Type* type, bool addressable,
                                 const Package* package, llvm::StringRef name, bool foldCase) {
  // A defined pointer type has no methods, but the fields of the struct it points to.
  const Named* named = asNamed(type);
  const Pointer* pointer = named ? asUnder<Pointer>(named) : nullptr;
  if (pointer) {
    LookupResult result = Search(context, package, name, foldCase).run(pointer, false);
    return llvm::isa_and_nonnull<Func>(result.object) ? LookupResult() : result;
  }
  return Search(context, package, name, foldCase).run(type, addressable);
}

LookupResult lookupDirect(TypeContext& context, const Type* type, const Package* package,
                          llvm::StringRef name, bool foldCase) {
  return Search(context, package, name, foldCase).run(type, false);
}

size_t methodCount(const Named* type) {
  return (type->origin ? type->origin : type)->methods.size();
}

} // namespace minigo
