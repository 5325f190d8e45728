// What gc's back end refuses in a package that passes all other checks. Each kind of error ends its
// compilation before the next is looked for.
#include "frontend/check/checker.h"

#include "frontend/types/sizes.h"

namespace minigo {

using namespace ast;

namespace {

constexpr int64_t kLargestSymbol = 2'000'000'000;
constexpr int64_t kLargestElement = (1 << 16) - 1; // of a channel

} // namespace

void Checker::checkPrinted() {
  for (const CallExpr* call : prints_) {
    auto check = [&](const Type* t) {
      if (asUnder<Struct>(t) || asUnder<Array>(t))
        emit(call->pos, diag::NotPrintable, text(diag::NotPrintable, t));
    };
    for (const Expr* arg : call->args) {
      if (auto* results = llvm::dyn_cast<Tuple>(arg->type))
        for (const Var* result : results->vars)
          check(result->type);
      else
        check(arg->type);
    }
  }
}

void Checker::checkSymbolSizes() {
  for (Object* object : package_.scope->objects()) {
    auto* v = llvm::dyn_cast<Var>(object);
    int64_t size = v ? sizeOf(v->type) : 0;
    if (size > kLargestSymbol) error(v, diag::SymbolTooLarge, package_.name, v->name, size);
  }
}

void Checker::checkElementSizes() {
  for (auto [e, channel] : channels_)
    if (hasConstantSize(channel->elem) && sizeOf(channel->elem) > kLargestElement)
      error(e, diag::ElementTooLarge);
}

void Checker::checkBackEnd() {
  checkDirectives();
  if (!failed_) checkPrinted();
  if (!failed_) checkElementSizes();
  if (!failed_) checkSymbolSizes();
}

} // namespace minigo
