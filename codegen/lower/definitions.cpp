#include "codegen/lower/definitions.h"

namespace minigo {

Definition& Definitions::of(llvm::StringRef qualifiedName, bool* added) {
  std::unique_ptr<Definition>& entry = byName_[qualifiedName];
  *added = !entry;
  if (*added) {
    entry = std::make_unique<Definition>();
    inOrder_.push_back(entry.get());
  }
  return *entry;
}

void Definitions::define(Definition& definition, cxx::Unit& unit, cxx::Builder& b) {
  if (states_[&definition] != State::New) return;
  states_[&definition] = State::Open;
  for (Definition* part : definition.contains)
    define(*part, unit, b);
  for (Definition* other : definition.mentions) {
    if (other == &definition || states_[other] == State::Done) continue;
    // An alias has no declaration but its definition. Aliases alone form no cycle: see
    // Lowerer::isSelfReferential.
    if (llvm::isa<cxx::UsingDecl>(other->decl))
      define(*other, unit, b);
    else if (declared_.insert(other).second)
      unit.add(other->space, b.declaration(other->decl));
  }
  cxx::Decl* decl = definition.decl;
  unit.add(definition.space, definition.guard.isEmpty() ? decl : b.guarded(definition.guard, decl));
  states_[&definition] = State::Done;
}

void Definitions::addTraits(const Definition& definition, cxx::Unit& unit, cxx::Builder& b) {
  for (cxx::TraitDecl* trait : definition.traits) {
    cxx::Decl* decl = trait;
    if (!definition.guard.isEmpty())
      decl =
          b.guarded(b.names.derived(definition.guard, "_" + trait->name.last().text().str()), decl);
    unit.add(b.copy(llvm::ArrayRef(b.names.runtime("mg"))), decl);
  }
}

void Definitions::emit(cxx::Unit& unit, cxx::Builder& b) {
  for (size_t i = 0; i < inOrder_.size(); ++i)
    define(*inOrder_[i], unit, b);
  for (Definition* definition : inOrder_) {
    addTraits(*definition, unit, b);
    definition->traits.clear();
  }
}

void Definitions::emitOnly(llvm::ArrayRef<Definition*> wanted, cxx::Unit& unit, cxx::Builder& b) {
  const auto states = states_;
  const auto declared = declared_;
  for (Definition* definition : wanted)
    define(*definition, unit, b);
  for (const Definition* definition : wanted)
    addTraits(*definition, unit, b);
  states_ = states;
  declared_ = declared;
}

Definition* Definitions::find(llvm::StringRef qualifiedName) const {
  const auto found = byName_.find(qualifiedName);
  return found == byName_.end() ? nullptr : found->second.get();
}

} // namespace minigo
