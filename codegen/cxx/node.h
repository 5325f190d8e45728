// Base of the C++ tree: a small tree that can say the C++ which minigo emits and nothing more. It
// knows no Go. Nodes are plain structs in an Arena, made by build.h, told apart by `kind`.
#pragma once

#include "codegen/names/name.h"
#include "frontend/ast/arena.h"
#include "frontend/source/source_pos.h"

#include "llvm/Support/Casting.h"

#include <cstdint>

namespace minigo::cxx {

enum class Kind : uint8_t {
#define TYPE(Name) Name,
#define EXPR(Name) Name,
#define STMT(Name) Name,
#define DECL(Name) Name,
#include "codegen/cxx/node_kind.def"
};

const char* kindName(Kind kind);

struct Node {
  Kind kind;

protected:
  explicit Node(Kind kind) : kind(kind) {}
};

// a::b::c, or ::a::b::c when global.
struct QualifiedName {
  llvm::ArrayRef<Name> parts;
  bool global = false;

  Name last() const { return parts.back(); }
};

struct Type;
struct Expr;
struct Stmt;
struct Decl;
struct Function;
struct Struct;

// A template argument: a type, or a value.
struct TemplateArg {
  Type* type = nullptr;
  Expr* value = nullptr;
};

// A parameter; without a name when the body does not use it.
struct Param {
  Type* type;
  Name name;
};

} // namespace minigo::cxx
