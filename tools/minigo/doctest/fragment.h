// Makes complete Go files of fragments: blocks without a package clause.
#pragma once

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"

#include <string>
#include <vector>

namespace minigo::doctest {

// Where a fragment comes from, so that errors and tracebacks name lines of the document.
struct Place {
  std::string document;
  unsigned line = 0;
};

// A fragment taken apart. Declarations of functions, types and imports may stand among statements;
// they belong to the package, wherever they are, and the statements to one function.
class Fragment {
public:
  Fragment(llvm::StringRef text, const Place& place);

  bool hasStatements() const { return hasStatements_; }
  // The file: package clause, the imports of `paths`, declarations, and the statements in a
  // function of the given name ("_": only checked). With an empty name they are left out.
  std::string toFile(llvm::StringRef package, llvm::ArrayRef<std::string> paths,
                     llvm::StringRef function) const;

private:
  enum class Kind { Import, Function, Type, Value, Statement };
  struct Piece {
    Kind kind;
    unsigned line; // in the document
    std::string text;
  };
  static Kind kindOf(llvm::StringRef line);
  void split(llvm::StringRef text);
  void placeValues();
  std::string textOf(Kind kind) const;

  Place place_;
  std::vector<Piece> pieces_;
  bool hasStatements_ = false;
};

// "//line document:9:1": what follows comes from there.
std::string lineDirective(const Place& place);

} // namespace minigo::doctest
