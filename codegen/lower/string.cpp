// Strings: indexing and conversions (spec: String types, Conversions to and from a string type).
#include "codegen/lower/func.h"

#include "frontend/types/predicates.h"

namespace minigo {

namespace {

bool isSliceOf(const Type* t, BasicKind kind) {
  const Slice* slice = asUnder<Slice>(t);
  const Basic* elem = slice ? asUnder<Basic>(slice->elem) : nullptr;
  return elem && elem->basic == kind;
}

} // namespace

cxx::Expr* FunctionLowerer::stringIndex(const ast::IndexExpr* e) {
  Expr* base = expr(e->x);
  return b.index(base, expr(e->indices[0]));
}

// string(x) for an integer, bytes or runes.
cxx::Expr* FunctionLowerer::convertString(const ast::Expr* arg, const Type* from, const Type* to) {
  const Basic* basic = asUnder<Basic>(from);
  if (basic && basic->info & kIsString) return expr(arg);
  if (basic) return b.rtCall("runeToString", {convertBasic(expr(arg), from, to)});
  return b.rtCall("toString", {exact(arg)});
}

// The operand of a conversion from bytes to a string, or from a string to bytes or runes, that is
// done at run time; else null.
const ast::Expr* FunctionLowerer::convertedBytes(const ast::Expr* e) {
  auto* call = llvm::dyn_cast<ast::CallExpr>(ast::unparen(e));
  if (!call || !isConversion(call) || call->mode == ast::Mode::Constant) return nullptr;
  const ast::Expr* arg = call->args[0];
  if (arg->mode == ast::Mode::NilValue || arg->mode == ast::Mode::Constant) return nullptr;
  const bool makesString = isString(typeOf(e)) && isSliceOf(typeOf(arg), BasicKind::Uint8);
  const bool makesSlice = isString(typeOf(arg)) && asUnder<Slice>(typeOf(e));
  return makesString || makesSlice ? arg : nullptr;
}

// The value of e for an operation that reads it at once and keeps nothing of it: string(bytes) and
// []byte(s) are not copied then.
cxx::Expr* FunctionLowerer::borrowed(const ast::Expr* e) {
  const ast::Expr* arg = convertedBytes(e);
  if (!arg) return exact(e);
  if (isSliceOf(typeOf(arg), BasicKind::Uint8)) return b.rtCall("asString", {exact(arg)});
  return isSliceOf(typeOf(e), BasicKind::Uint8) ? b.rtCall("asBytes", {exact(arg)}) : exact(e);
}

// The length of what a conversion would make; null for other expressions.
cxx::Expr* FunctionLowerer::convertedLength(const ast::Expr* e) {
  const ast::Expr* arg = convertedBytes(e);
  if (!arg) return nullptr;
  if (isSliceOf(typeOf(e), BasicKind::Int32)) return b.rtCall("countRunes", {exact(arg)});
  return b.member(exact(arg), "len");
}

} // namespace minigo
