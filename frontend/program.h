// The result of the front end: packages, checked, immutable, with all that code generation needs.
#pragma once

#include "frontend/ast/decl.h"
#include "frontend/diag/diag.h"
#include "frontend/types/constant.h"
#include "frontend/types/object.h"
#include "frontend/types/scope.h"
#include "frontend/types/type_context.h"

#include <deque>
#include <memory>
#include <string>
#include <vector>

namespace minigo {

// `lhs = rhs` at package level, in initialization order (spec: Package initialization).
struct Initializer {
  llvm::ArrayRef<Var*> lhs; // several with one call; blank variables too
  const ast::Expr* rhs;
};

// One use of a generic function or type's method with type arguments that hold no type parameters
// of others, or that do (then the arguments are substituted while the enclosing instance is
// generated).
struct Instance {
  const Object* generic;
  llvm::ArrayRef<const Type*> typeArgs;
};

// A file in the program, or, for an embed.FS, a directory, whose name ends with a slash.
struct EmbeddedFile {
  llvm::StringRef name, data;
};

// A variable that has files as its value (//go:embed).
struct Embedding {
  enum class Kind : uint8_t { String, Bytes, Files };
  const Var* var;
  Kind kind;
  std::vector<EmbeddedFile> files; // one, but for Files, in the order of package embed
};

class Package {
public:
  llvm::StringRef path;       // import path; "main" for a program's main package
  llvm::StringRef importPath; // what the go command calls it, also if it is a main package
  llvm::StringRef name;
  Scope* scope = nullptr;
  std::vector<ast::File*> files;
  std::vector<Package*> imports; // direct, sorted by path
  std::vector<Initializer> initOrder;
  std::vector<const ast::FuncDecl*>
      functions; // all functions and methods with or without body, in source order
  // Type arguments of generic functions used as values without writing any: `var f func(int) = g`.
  llvm::DenseMap<const ast::Expr*, llvm::ArrayRef<const Type*>> valueTypeArgs;
  std::vector<Embedding> embeddings; // in order of declaration
  // What decided about them: files, and directories, which end with a slash.
  std::vector<std::string> embedInputs;
  // Of a main package whose program has runtime/debug: see load/build_info.h.
  std::string buildInfo;
  bool builtin = false;  // one of minigo's own: bodyless functions are implemented by the runtime
  bool standard = false; // of Go's library, from the user's source tree
  bool hasForeignCode = false; // functions without body may be implemented outside of Go
  bool complete = false;       // checked without errors
  std::string goVersion;       // "go1.26"
};

// Everything of one compilation. Owns what nodes, types, objects and constants live in; nothing of
// it may outlive the program.
class Program {
public:
  Program();
  ~Program();

  Arena arena;
  SourceManager sources;
  std::unique_ptr<ConstantPool> constants;
  std::unique_ptr<TypeContext> types;
  std::deque<Scope> scopes; // of all packages, functions and blocks
  std::vector<std::unique_ptr<Package>>
      packages;                    // dependencies before dependents; the root comes last
  std::vector<Package*> roots;     // those that were named, in that order
  std::vector<Instance> instances; // every distinct one, in order of discovery

  Package* root() const { return packages.back().get(); }
};

} // namespace minigo
