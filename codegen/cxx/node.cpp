#include "codegen/cxx/unit.h"

namespace minigo::cxx {

const char* kindName(Kind kind) {
  switch (kind) {
#define NODE(Name)                                                                                 \
  case Kind::Name: return #Name;
#define TYPE(Name) NODE(Name)
#define EXPR(Name) NODE(Name)
#define STMT(Name) NODE(Name)
#define DECL(Name) NODE(Name)
#include "codegen/cxx/node_kind.def"
#undef NODE
  }
  return "?";
}

void Unit::add(llvm::ArrayRef<Name> space, Decl* decl) {
  if (sections.empty() || sections.back().space != space) sections.push_back({space, {}});
  sections.back().decls.push_back(decl);
}

} // namespace minigo::cxx
