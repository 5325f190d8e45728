// A translation unit or header: what one emitted file holds.
#pragma once

#include "codegen/cxx/decl.h"

#include <string>
#include <vector>

namespace minigo::cxx {

// Consecutive declarations of one namespace; the global one when `space` is empty.
struct Section {
  llvm::ArrayRef<Name> space; // go, main
  std::vector<Decl*> decls;
};

struct Unit {
  std::string fileName; // "main.cpp", "sync.h"
  std::string comment;  // first line of the file, without //
  bool isHeader = false;
  std::vector<std::string> includes; // "minigo/minigo.h", in order
  std::vector<Section> sections;
  std::string lastInclude; // at the end of the file, if any

  // Appends to the last section if it is of this namespace, else opens a new one.
  void add(llvm::ArrayRef<Name> space, Decl* decl);
};

} // namespace minigo::cxx
