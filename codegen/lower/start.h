// How a program starts: the process's `main` function, and what initializes all packages.
#pragma once

#include "codegen/cxx/unit.h"
#include "codegen/lower/lower.h"

namespace minigo {

// Whether a package has a function initPackage_.
bool hasInit(const Package& package);

class ProgramStart {
public:
  // Of the main package that l lowers, which names its own initialization packageInit; empty: it
  // has none.
  ProgramStart(Lowerer& l, Name packageInit);

  // Adds the functions to a file, whose includes then need packages().
  void addTo(cxx::Unit& unit) const;
  const std::set<std::string>& packages() const { return packages_; }
  // A file of their own.
  cxx::Unit unit() const;

private:
  Lowerer& l_;
  Name packageInit_;
  Name programInit_; // what runs before main; empty: nothing
  std::set<std::string> packages_;
  std::vector<cxx::Decl*> decls_; // in the package's namespace
};

} // namespace minigo
