// The C++ files of a package that is split: who declares and defines what.
//
// A function, a variable and the descriptor of a declared type have one home, where they are
// defined; the package's header declares most of them. All else (instances of generics, wrappers,
// method tables, descriptors of unnamed types) is inline and stands in every shard that names it,
// directly or through something that stands there. Small functions have a home and copies, in the
// shards whose functions are no more than kFarthestCopy calls away: where all functions call each
// other, each shard would hold them all. So the text of a shard follows from its own functions and
// from what they name: an edit elsewhere leaves it as it is.
#pragma once

#include "codegen/lower/definitions.h"

#include "llvm/ADT/StringSet.h"

#include <optional>
#include <set>

namespace minigo {

class ShardUnits {
public:
  using Space = llvm::ArrayRef<Name>;

  // `own`: the package's namespace. `packages`: all namespaces that have headers.
  ShardUnits(cxx::Builder& b, Definitions& definitions, llvm::StringRef own,
             const std::set<std::string>& packages)
      : b_(b), definitions_(definitions), own_(own), packages_(packages) {}

  // What a thing is known by: its name behind the last namespace around it.
  static std::string keyOf(Space space, llvm::StringRef name);
  // The name of a function or variable, or of one that is declared.
  static Name nameOf(const cxx::Decl* decl);

  // The header declares it.
  void addToHeader(const std::string& key) { inHeader_.insert(key); }
  // A declaration, for those that name the thing before its definition.
  void addEarly(Space space, cxx::Declaration* declaration);
  // A definition with a home. Tables stand behind functions.
  void addHome(Space space, cxx::Decl* definition, unsigned home, bool isTable);
  // A definition for every shard that names it and is not its home.
  void addCopy(Space space, cxx::Decl* definition);
  // What stands wherever the definition of that name does.
  void addCompanion(const std::string& key, Space space, cxx::Decl* decl);
  // Fills in the declarations of a shard's file and its includes but for that of its package. Only
  // when nothing more is added.
  void fill(cxx::Unit& unit, unsigned shard);

private:
  struct Item {
    Space space;
    unsigned home = 0;
    cxx::Decl* atHome = nullptr;
    bool isTable = false;
    cxx::Decl* copy = nullptr;
    Space earlySpace;
    cxx::Declaration* early = nullptr;
    std::vector<std::pair<Space, cxx::Decl*>> companions;
    std::optional<std::vector<std::string>> names; // of what the definition names
  };
  // What one shard holds beside what is at home there.
  struct Needs {
    unsigned shard = 0;
    llvm::StringMap<unsigned> seen; // how far from the shard's own functions
    llvm::DenseSet<const Definition*> seenDefinitions;
    std::vector<Definition*> definitions;
    std::vector<const Item*> declared;
    std::vector<const Item*> copies; // those without a home each behind what it names
    llvm::DenseSet<const Item*> copied;
    std::set<std::string> packages;
  };

  std::vector<std::string> namesIn(Space space, const cxx::Decl* decl) const;
  void needNamesOf(Needs& needs, Item& item, unsigned distance);
  void need(Needs& needs, llvm::StringRef key, unsigned distance);
  void needDefinition(Needs& needs, Definition& definition);
  void needDeclaration(Needs& needs, Item& item, llvm::StringRef key);

  cxx::Builder& b_;
  Definitions& definitions_;
  llvm::StringRef own_;
  const std::set<std::string>& packages_;
  llvm::StringMap<Item> items_;
  std::vector<Item*> homes_; // in source order
  llvm::StringSet<> inHeader_;
};

} // namespace minigo
