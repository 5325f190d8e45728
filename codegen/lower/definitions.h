// The C++ types that a package's emission defines, and the order of their definitions.
#pragma once

#include "codegen/cxx/build.h"

#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/ADT/StringMap.h"

#include <memory>
#include <string>
#include <vector>

namespace minigo {

// A struct or `using` that stands for a Go type, or the method table of an interface.
struct Definition {
  llvm::ArrayRef<Name> space;
  cxx::Decl* decl = nullptr;             // Struct or UsingDecl
  Name guard;                            // when several headers may define it
  std::vector<cxx::TraitDecl*> traits;   // facts that follow the definition, in namespace mg
  llvm::SetVector<Definition*> mentions; // must be declared before
  llvm::SetVector<Definition*> contains; // must be defined before
};

class Definitions {
public:
  // The entry for a C++ type by its qualified name; *added tells whether it is new and must be
  // filled in.
  Definition& of(llvm::StringRef qualifiedName, bool* added);
  // Appends those not yet emitted to the unit, each behind what it needs; a struct that is only
  // mentioned earlier is declared there.
  void emit(cxx::Unit& unit, cxx::Builder& b);
  // The same for some of them, in one of several units that begin where the last emit() ended.
  void emitOnly(llvm::ArrayRef<Definition*> wanted, cxx::Unit& unit, cxx::Builder& b);
  // Null if there is none of that name.
  Definition* find(llvm::StringRef qualifiedName) const;
  bool isEmitted(const Definition& definition) const {
    return states_.lookup(&definition) == State::Done;
  }

private:
  enum class State : uint8_t { New, Open, Done };
  void define(Definition& definition, cxx::Unit& unit, cxx::Builder& b);
  void addTraits(const Definition& definition, cxx::Unit& unit, cxx::Builder& b);

  llvm::StringMap<std::unique_ptr<Definition>> byName_;
  std::vector<Definition*> inOrder_;
  llvm::DenseMap<const Definition*, State> states_;
  llvm::DenseSet<const Definition*> declared_;
};

} // namespace minigo
