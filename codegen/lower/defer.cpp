// The defer statement (spec: Defer statements); the forms are those of minigo/defer.h.
#include "codegen/lower/func.h"

namespace minigo {

using llvm::cast;
using llvm::dyn_cast;
using llvm::isa;

void FunctionLowerer::deferStmt(const ast::DeferStmt* s) {
  auto* e = cast<ast::CallExpr>(ast::unparen(s->call));
  const Builtin* built = builtinOf(e);
  Exprs call;
  if (built && built->id == BuiltinId::Recover)
    // As called by this function, if that returns; the runtime knows.
    call.push_back(inWrapper(s, b.lambda({cxx::Capture{fn_->recovery, true, nullptr}}, {}, nullptr,
                                         b.block({b.exprStmt(recoverCall())}))));
  else
    call = startedCall(e, s);
  if (fn_->shape->form == DeferForm::Framed) {
    call.insert(call.begin(), b.name(inRangeFunc() ? fn_->loopDefers : fn_->defers));
    emit(b.rtCall("defer", call));
    return;
  }
  // An object whose destructor makes the call.
  Name name = locals_.temp("defer");
  auto* address = dyn_cast<cxx::UnaryExpr>(call[0]);
  if (address && call.size() <= 2) {
    auto* type = b.rt("DeferredCall", llvm::ArrayRef<cxx::TemplateArg>{{nullptr, address}});
    if (call.size() == 1) return emit(b.varStmt(type, name, nullptr));
    return emit(
        b.arena().make<cxx::VarStmt>(type, name, call[1], cxx::InitStyle::Parens, uint16_t(0)));
  }
  // Several arguments: a lambda that holds them.
  Expr* lambda = call[0];
  if (call.size() > 1) {
    llvm::SmallVector<cxx::Capture, 4> captures;
    Exprs held;
    for (size_t i = 1; i < call.size(); ++i) {
      if (isLiteral(call[i])) {
        held.push_back(call[i]);
        continue;
      }
      Name argument = locals_.temp("arg");
      captures.push_back({argument, false, call[i]});
      held.push_back(b.name(argument));
    }
    auto* inner = dyn_cast<cxx::LambdaExpr>(lambda);
    Expr* function = address ? address->x : lambda;
    if (inner) {
      Name code = locals_.temp("call");
      captures.insert(captures.begin(), cxx::Capture{code, false, lambda});
      function = b.name(code);
    }
    lambda = inWrapper(
        s, b.lambda(captures, {}, nullptr, b.block({b.exprStmt(b.call(function, held))})));
  }
  emit(b.arena().make<cxx::VarStmt>(b.rt("DeferredLambda"), name, lambda, cxx::InitStyle::Parens,
                                    uint16_t(0)));
}

} // namespace minigo
