// Function literals (spec: Function literals).
#include "frontend/check/checker.h"

namespace minigo {

using namespace ast;

// The body is checked after the statement around it, so that it sees what that declares, and no
// more.
void Checker::funcLit(Operand& x, FuncLit* e) {
  auto* s = llvm::dyn_cast<Signature>(type(e->signature));
  if (!s) return;
  if (e->body) {
    later([this, e, s, decl = env_.decl, iota = env_.iota, outermost = env_.outermost] {
      Node* saved = env_.outermost;
      env_.outermost = outermost;
      funcBody(decl, s, e, e->body, iota);
      env_.outermost = saved;
    });
  }
  x.setValue(s);
}

} // namespace minigo
