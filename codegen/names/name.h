// Identifiers of the emitted C++.
//
// A Name can only be made by the classes of this folder, which decide spelling, reserved words and
// uniqueness; so whatever holds a Name holds a valid identifier, and the printer never has to think
// about one.
//
// Spelling: names of the user survive. A trailing `_` means "made by minigo": a reserved word of
// C++ (see reserved.def) used as a Go name, a second variable of the same name in one function, or
// a temporary, which is called after what it holds (`len_`, `err_`).
#pragma once

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"

namespace minigo {

class Arena;

class Name {
public:
  Name() = default; // no name, as of a parameter that is not used
  llvm::StringRef text() const { return text_; }
  bool isEmpty() const { return text_.empty(); }
  friend bool operator==(Name a, Name b) { return a.text_ == b.text_; }

private:
  friend class NameMaker;
  explicit Name(llvm::StringRef text) : text_(text) {}
  llvm::StringRef text_;
};

// The constructors of names. Texts live in the arena and are interned.
class NameMaker {
public:
  explicit NameMaker(Arena& arena) : arena_(arena) {}

  // A name that the runtime's headers declare ("Slice", "panicIndex", "mg"), as spelled there.
  Name runtime(llvm::StringRef name);
  // A Go identifier on its own (fields, parameters in declarations): the same identifier, with one
  // more `_` behind it if C++ reserves it, or would without its last `_`s. Injective.
  Name identifier(llvm::StringRef goName);
  // The namespace of a package below `go`; see mangle.h.
  Name packageNamespace(llvm::StringRef importPath);
  // A name made from another one: `Shape` and "_methods". The caller sees to it that it is unique.
  Name derived(Name base, llvm::StringRef suffix);
  // A name in the namespace of what no package owns (`go::types_`), from typeWord().
  Name shared(llvm::StringRef word) { return identifier(word); }
  // The i-th field of a mg::Results: r0, r1 …
  Name result(unsigned index);
  // A struct's i-th field when it is blank: `blank0_`.
  Name blankField(unsigned index);

private:
  friend class PackageNames;
  friend class LocalNames;
  Name made(llvm::StringRef text); // interned as it is
  Arena& arena_;
};

// True if the text is a word that generated code must not declare: keywords, common macros, names
// of the runtime's namespaces.
bool isReserved(llvm::StringRef text);

} // namespace minigo
