#include "frontend/types/method_set.h"

#include "frontend/types/identical.h"
#include "frontend/types/lookup.h"
#include "frontend/types/predicates.h"
#include "frontend/types/type_set.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"

#include <algorithm>

namespace minigo {

namespace {

using Path = llvm::SmallVector<uint32_t, 2>;

struct Embedded {
  const Type* type;
  Path path;
  bool indirect;
  bool multiples;
};

Path extended(const Path& path, size_t index) {
  Path result = path;
  result.push_back(static_cast<uint32_t>(index));
  return result;
}

class MethodSetBuilder {
public:
  explicit MethodSetBuilder(TypeContext& context) : context_(context) {}

  std::vector<MethodSetEntry> run(const Type* T) {
    Deref start = deref(T);
    if (start.wasPointer && isInterface(start.type)) return {};
    if (!start.wasPointer && asNamed(T) && asUnder<Pointer>(T))
      return {}; // a defined pointer type has no methods
    llvm::SmallVector<Embedded, 4> current;
    current.push_back({start.type, {}, start.wasPointer, false});
    while (!current.empty()) {
      depth_.clear();
      fields_.clear();
      next_.clear();
      for (const Embedded& e : current)
        visit(e);
      settleDepth();
      current = consolidated();
    }
    std::vector<MethodSetEntry> result;
    for (auto& [id, entry] : all_)
      if (entry) result.push_back(*entry);
    std::sort(result.begin(), result.end(), [](const MethodSetEntry& a, const MethodSetEntry& b) {
      return comesBefore(a.method, b.method);
    });
    return result;
  }

private:
  // null: something of that name is there that is no method of the set, but hides deeper ones.
  using Entries = llvm::StringMap<std::optional<MethodSetEntry>>;

  void add(Func* method, size_t index, const Embedded& from, bool indirect) {
    bool inSet = !from.multiples && (indirect || !method->pointerReceiver);
    auto [it, isNew] = depth_.try_emplace(methodId(method));
    if (isNew && inSet)
      it->second = MethodSetEntry{method, extended(from.path, index), from.indirect};
    else
      it->second = std::nullopt;
  }

  void visit(const Embedded& e) {
    if (const Named* named = asNamed(e.type)) {
      if (llvm::any_of(seen_, [&](const Named* n) { return identical(n, named); })) return;
      seen_.push_back(named);
      for (size_t i = 0; i < methodCount(named); ++i)
        add(methodAt(context_, named, i), i, e, e.indirect);
    }
    const Type* under = underlying(e.type);
    if (const auto* s = llvm::dyn_cast<Struct>(under)) {
      for (size_t i = 0; i < s->fields.size(); ++i) {
        fields_.insert(methodId(s->fields[i]));
        if (!s->fields[i]->embedded) continue;
        Deref inner = deref(s->fields[i]->type);
        next_.push_back(
            {inner.type, extended(e.path, i), e.indirect || inner.wasPointer, e.multiples});
      }
    } else if (const auto* iface = llvm::dyn_cast<Interface>(under)) {
      llvm::ArrayRef<Func*> methods = typeSetOf(iface).methods;
      for (size_t i = 0; i < methods.size(); ++i)
        add(methods[i], i, e, true);
    }
  }

  // Finds of this depth count where no shallower ones have the name.
  void settleDepth() {
    for (auto& found : depth_) {
      bool collides = fields_.contains(found.first());
      all_.try_emplace(found.first(), collides ? std::nullopt : found.second);
    }
    for (auto& field : fields_)
      all_.try_emplace(field.first(), std::nullopt);
  }

  llvm::SmallVector<Embedded, 4> consolidated() {
    llvm::SmallVector<Embedded, 4> result;
    for (Embedded& e : next_) {
      auto same =
          llvm::find_if(result, [&](const Embedded& o) { return identical(o.type, e.type); });
      if (same != result.end())
        same->multiples = true;
      else
        result.push_back(std::move(e));
    }
    return result;
  }

  TypeContext& context_;
  Entries all_, depth_;
  llvm::StringSet<> fields_;
  llvm::SmallVector<Embedded, 4> next_;
  llvm::SmallVector<const Named*, 8> seen_;
};

} // namespace

bool comesBefore(const Func* a, const Func* b) {
  bool aExported = a->isExported(), bExported = b->isExported();
  if (aExported != bExported) return aExported;
  return a->name != b->name ? a->name < b->name : methodId(a) < methodId(b);
}

void sortMethods(llvm::MutableArrayRef<Func*> methods) { llvm::sort(methods, comesBefore); }

std::vector<MethodSetEntry> methodSetOf(TypeContext& context, const Type* type) {
  return MethodSetBuilder(context).run(type);
}

} // namespace minigo
