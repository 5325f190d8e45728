// Names inside one C++ function.
#pragma once

#include "codegen/names/name.h"

#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringSet.h"

namespace minigo {

class Object;
class PackageNames;

// Hands out the names of parameters, variables, labels and temporaries of one function. No local
// name hides another one or a package-level name or namespace: in C++ a variable is in scope in its
// own initializer, so that Go's `x := x + 1` could not be written otherwise. Names of blocks that
// are closed may be used again.
//
//   LocalNames locals(package);
//   Name x = locals.declare(var);           // `x`, or `x2_` when another x is visible
//   Name n = locals.temp("n");              // `n_`, `n2_`…
//   { LocalNames::Scope block(locals); … }  // as the C++ block opens and closes
//   Name again = locals.of(var);            // what declare chose
class LocalNames {
public:
  explicit LocalNames(const PackageNames& package);

  // Chooses the name of a local object; blank objects get a temporary's. Remembers it for of().
  Name declare(const Object* object);
  // The same for something that is no object, called after goName.
  Name declare(llvm::StringRef goName);
  // A temporary that holds what the hint says; never empty ("t" when nothing is known).
  Name temp(llvm::StringRef hint = "t");
  // The name that declare() chose; the object must have been declared in this function.
  Name of(const Object* object) const;
  // Gives an object a name that exists already: a variable that a closure captured.
  void bind(const Object* object, Name name);
  bool isDeclared(const Object* object) const { return names_.count(object); }
  // A label: labels have a name space of their own in C++.
  Name label(llvm::StringRef goName);

  class Scope {
  public:
    explicit Scope(LocalNames& names) : names_(names), mark_(names.visible_.size()) {}
    ~Scope() { names_.close(mark_); }
    Scope(const Scope&) = delete;
    Scope& operator=(const Scope&) = delete;

  private:
    LocalNames& names_;
    size_t mark_;
  };

private:
  friend class Scope;
  Name unique(llvm::StringRef base, bool made);
  void close(size_t mark);

  const PackageNames& package_;
  llvm::DenseMap<const Object*, Name> names_;
  llvm::SmallVector<llvm::StringRef, 16> visible_; // stack of the open blocks' names
  llvm::StringSet<> used_;                         // the same as a set
  llvm::StringSet<> labels_;
};

} // namespace minigo
