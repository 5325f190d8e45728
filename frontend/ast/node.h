// Base of all syntax nodes.
//
// Nodes are plain structs in an Arena, told apart by `kind`; use llvm::isa, cast and dyn_cast. The
// parser fills every field but those marked "checker", which check/ writes once; after checking, a
// tree does not change.
//
// A node's `pos` is that of a token unique to it, as in gc, because error positions depend on it:
// the operator of a binary expression, the '(' of a call, the '.' of a selector... Most errors are
// reported at startPos(), the leftmost token.
#pragma once

#include "frontend/ast/arena.h"
#include "frontend/source/source_pos.h"

#include "llvm/Support/Casting.h"

#include <cstdint>

namespace minigo {

class Object;
class Type;
class Constant;

namespace ast {

enum class Kind : uint8_t {
#define EXPR(Name) Name,
#define STMT(Name) Name,
#define DECL(Name) Name,
#define PART(Name) Name,
#include "frontend/ast/node_kind.def"
};

struct Node {
  Kind kind;
  SourcePos pos;

protected:
  Node(Kind kind, SourcePos pos) : kind(kind), pos(pos) {}
};

// Position of the leftmost token of a node, and the position just behind its last token.
SourcePos startPos(const Node* node);
SourcePos endPos(const Node* node);

const char* kindName(Kind kind);

} // namespace ast
} // namespace minigo
