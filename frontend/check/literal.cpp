// Basic literals (spec: Integer literals … String literals).
#include "frontend/check/checker.h"

#include "llvm/ADT/StringExtras.h"

namespace minigo {

using namespace ast;

static BasicKind untypedKind(LitKind kind) {
  switch (kind) {
  case LitKind::Int: return BasicKind::UntypedInt;
  case LitKind::Float: return BasicKind::UntypedFloat;
  case LitKind::Imag: return BasicKind::UntypedComplex;
  case LitKind::Rune: return BasicKind::UntypedRune;
  case LitKind::String: return BasicKind::UntypedString;
  }
  return BasicKind::Invalid;
}

void Checker::basicLit(Operand& x, BasicLit* e) {
  constexpr size_t kMaxDigits = 10000; // longer numbers take too long to compute with
  if (e->bad) return;
  if (e->litKind <= LitKind::Imag) {
    checkLiteralVersion(e);
    if (e->text.size() > kMaxDigits)
      return error(e, diag::ConstantTooLong, e->text.take_front(10), e->text.size());
  }
  x.value = constants().fromLiteral(e->text, e->litKind);
  if (x.value->kind() == ConstantKind::Unknown) return error(e, diag::MalformedConstant, e->text);
  x.mode = Mode::Constant;
  x.type = basicType(untypedKind(e->litKind));
  overflow(x, e->pos);
}

void Checker::checkLiteralVersion(BasicLit* e) {
  llvm::StringRef s = e->text;
  if (s.size() <= 2 || allows(go1_13)) return;
  char radix = s[0] == '0' ? llvm::toLower(s[1]) : 0;
  if (s.contains('_'))
    versionError(e, go1_13, "underscore in numeric literal");
  else if (radix == 'b')
    versionError(e, go1_13, "binary literal");
  else if (radix == 'o')
    versionError(e, go1_13, "0o/0O-style octal literal");
  else if (radix == 'x' && e->litKind != LitKind::Int)
    versionError(e, go1_13, "hexadecimal floating-point literal");
}

} // namespace minigo
