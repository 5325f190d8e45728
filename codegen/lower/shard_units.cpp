#include "codegen/lower/shard_units.h"
#include "codegen/cxx/references.h"

#include "llvm/ADT/Twine.h"

namespace minigo {

using llvm::StringRef;

Name ShardUnits::nameOf(const cxx::Decl* decl) {
  if (const auto* declaration = llvm::dyn_cast<cxx::Declaration>(decl)) decl = declaration->of;
  if (const auto* f = llvm::dyn_cast<cxx::Function>(decl)) return f->name;
  return llvm::cast<cxx::Variable>(decl)->name;
}

std::string ShardUnits::keyOf(Space space, StringRef name) {
  return (space.back().text() + llvm::Twine("::") + name).str();
}

void ShardUnits::addEarly(Space space, cxx::Declaration* declaration) {
  Item& item = items_[keyOf(space, nameOf(declaration).text())];
  item.earlySpace = space;
  item.early = declaration;
}

void ShardUnits::addHome(Space space, cxx::Decl* definition, unsigned home, bool isTable) {
  Item& item = items_[keyOf(space, nameOf(definition).text())];
  item.space = space;
  item.atHome = definition;
  item.home = home;
  item.isTable = isTable;
  homes_.push_back(&item);
}

void ShardUnits::addCopy(Space space, cxx::Decl* definition) {
  Item& item = items_[keyOf(space, nameOf(definition).text())];
  item.space = space;
  item.copy = definition;
}

void ShardUnits::addCompanion(const std::string& key, Space space, cxx::Decl* decl) {
  items_[key].companions.push_back({space, decl});
}

std::vector<std::string> ShardUnits::namesIn(Space space, const cxx::Decl* decl) const {
  std::vector<std::string> keys;
  llvm::StringSet<> seen;
  cxx::forEachName(decl, [&](const cxx::QualifiedName& name) {
    const StringRef around =
        name.parts.size() > 1 ? name.parts.drop_back().back().text() : space.back().text();
    std::string key = (around + llvm::Twine("::") + name.last().text()).str();
    if (seen.insert(key).second) keys.push_back(std::move(key));
  });
  return keys;
}

// The functions of a shard are at 0, what they name at 1; beyond this all is equally far, so that
// nothing is visited more often than there are distances.
static constexpr unsigned kFarthestCopy = 3;

void ShardUnits::needNamesOf(Needs& needs, Item& item, unsigned distance) {
  if (!item.names) item.names = namesIn(item.space, item.copy ? item.copy : item.atHome);
  for (const std::string& key : *item.names)
    need(needs, key, distance);
}

void ShardUnits::needDefinition(Needs& needs, Definition& definition) {
  if (definitions_.isEmitted(definition) || !needs.seenDefinitions.insert(&definition).second)
    return;
  for (const auto* others : {&definition.mentions, &definition.contains})
    for (Definition* other : *others)
      needDefinition(needs, *other);
  for (const std::string& key : namesIn(definition.space, definition.decl))
    need(needs, key, 0);
  needs.definitions.push_back(&definition);
}

void ShardUnits::needDeclaration(Needs& needs, Item& item, StringRef key) {
  if (!item.early && item.atHome) addEarly(item.space, b_.declaration(item.atHome));
  if (!item.early || inHeader_.contains(key)) return;
  needs.declared.push_back(&item);
  for (const std::string& name : namesIn(item.earlySpace, item.early))
    need(needs, name, 0);
}

void ShardUnits::need(Needs& needs, StringRef key, unsigned distance) {
  const auto [known, isNew] = needs.seen.try_emplace(key, distance);
  if (!isNew && known->second <= distance) return;
  known->second = distance;
  if (isNew) {
    const StringRef space = key.split("::").first;
    if (packages_.count(space.str())) needs.packages.insert(space.str());
    if (Definition* definition = definitions_.find(key)) needDefinition(needs, *definition);
  }
  const auto found = items_.find(key);
  if (found == items_.end()) return;
  Item& item = found->second;
  if (isNew) needDeclaration(needs, item, key);
  const bool isHere = item.atHome && item.home == needs.shard;
  const bool isFar = item.atHome && distance > kFarthestCopy;
  if (!item.copy || isHere || isFar) return;
  needNamesOf(needs, item, std::min(distance + 1, kFarthestCopy + 1));
  if (needs.copied.insert(&item).second) needs.copies.push_back(&item);
}

void ShardUnits::fill(cxx::Unit& unit, unsigned shard) {
  Needs needs;
  needs.shard = shard;
  needs.packages.insert(own_.str());
  for (Item* item : homes_) {
    if (item->home != shard) continue;
    needNamesOf(needs, *item, 1);
    // A constant that no declaration makes external is known to its file only.
    if (item->isTable) need(needs, keyOf(item->space, nameOf(item->atHome).text()), 0);
  }
  for (const std::string& space : needs.packages)
    if (space != own_) unit.includes.push_back("go/" + space + ".h");
  definitions_.emitOnly(needs.definitions, unit, b_);
  for (const Item* item : needs.declared)
    unit.add(item->earlySpace, item->early);
  std::vector<const Item*> defined;
  auto addHomes = [&](bool tables) {
    for (const Item* item : homes_) {
      if (item->home != shard || item->isTable != tables) continue;
      unit.add(item->space, item->atHome);
      defined.push_back(item);
    }
  };
  addHomes(false);
  for (const Item* item : needs.copies)
    unit.add(item->space, item->copy);
  addHomes(true);
  defined.insert(defined.end(), needs.copies.begin(), needs.copies.end());
  for (const Item* item : defined)
    for (const auto& [space, decl] : item->companions)
      unit.add(space, decl);
}

} // namespace minigo
