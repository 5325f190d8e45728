// Constants (spec: Constants): exact values as C++ literals.
#include "codegen/lower/comment.h"
#include "codegen/lower/func.h"

#include "frontend/ast/walk.h"
#include "frontend/types/constant_pool.h"
#include "frontend/types/predicates.h"

namespace minigo {

using llvm::cast;
using llvm::dyn_cast;

namespace {

// A rune literal that may be shown as one.
bool isPrintableRune(const ast::Expr* spelled, int64_t value) {
  auto* lit = spelled ? llvm::dyn_cast<ast::BasicLit>(ast::unparen(spelled)) : nullptr;
  return lit && lit->litKind == ast::LitKind::Rune && value >= 0x20 && value < 0x7f;
}

bool isHexLiteral(const ast::Expr* spelled) {
  auto* lit = spelled ? llvm::dyn_cast<ast::BasicLit>(ast::unparen(spelled)) : nullptr;
  return lit && lit->litKind == ast::LitKind::Int && lit->text.size() > 2 &&
         (lit->text.starts_with("0x") || lit->text.starts_with("0X"));
}

cxx::Expr* integerConstant(cxx::Builder& b, const Constant* value, const Basic* type,
                           const ast::Expr* spelled) {
  bool is64 = type->basic == BasicKind::Uint || type->basic == BasicKind::Uint64 ||
              type->basic == BasicKind::Uintptr;
  if (std::optional<int64_t> v = value->int64Value()) {
    if (isPrintableRune(spelled, *v)) return b.character(uint32_t(*v));
    bool wideUint32 = type->basic == BasicKind::Uint32 && *v > INT32_MAX;
    if (isHexLiteral(spelled) && *v >= 0)
      return b.unsignedInteger(uint64_t(*v), is64 || wideUint32 ? "u" : "", cxx::IntForm::Hex);
    return b.integer(*v, wideUint32 ? "u" : "");
  }
  return b.unsignedInteger(*value->uint64Value(), "u",
                           isHexLiteral(spelled) ? cxx::IntForm::Hex : cxx::IntForm::Decimal);
}

cxx::Expr* floatConstant(cxx::Builder& b, const Constant* value, bool isFloat32) {
  return b.floating(isFloat32 ? value->float32Value() : value->float64Value(), isFloat32);
}

} // namespace

static cxx::Expr* plainLiteral(Lowerer& l, const Constant* value, const Type* t,
                               const ast::Expr* spelled) {
  cxx::Builder& b = l.b;
  const Basic* basic = asUnder<Basic>(l.resolve(t));
  if (!basic) return l.zero(t); // nil
  if (basic->info & kIsUntyped) basic = asUnder<Basic>(defaultType(basic));
  ConstantPool& pool = *l.program.constants;
  if (basic->info & kIsBoolean) return b.boolean(value->boolValue());
  if (basic->info & kIsString) return b.string(value->stringValue());
  if (basic->info & kIsInteger) return integerConstant(b, pool.toInt(value), basic, spelled);
  if (basic->info & kIsFloat)
    return floatConstant(b, pool.toFloat(value), basic->basic == BasicKind::Float32);
  if (basic->info & kIsComplex) {
    const Constant* z = pool.toComplex(value);
    bool small = basic->basic == BasicKind::Complex64;
    return b.construct(l.type(t), {floatConstant(b, pool.toFloat(z->real(pool)), small),
                                   floatConstant(b, pool.toFloat(z->imag(pool)), small)});
  }
  return l.zero(t);
}

// How the source spells a number, if that says more than the number: `time.Second`, `1 << 20`, 'é'.
static llvm::StringRef noteFor(Lowerer& l, const ast::Expr* spelled) {
  constexpr size_t kLongest = 40;
  auto* literal = dyn_cast<ast::BasicLit>(ast::unparen(spelled));
  bool tells = literal && literal->litKind == ast::LitKind::Rune;
  ast::walk(const_cast<ast::Expr*>(spelled), [&](ast::Node* node) {
    auto* name = dyn_cast<ast::Ident>(node);
    tells |=
        llvm::isa<ast::BinaryExpr>(node) || (name && llvm::isa_and_nonnull<Const>(name->object));
    return !tells;
  });
  if (!tells) return "";
  llvm::StringRef text =
      shortCode(l.program.sources, ast::startPos(spelled), ast::endPos(spelled), kLongest);
  return text.contains("/*") || text.contains("*/") ? "" : text;
}

static void addNote(Lowerer& l, cxx::Expr* x, const ast::Expr* spelled) {
  if (!spelled || !l.options.goComments) return;
  if (auto* integer = dyn_cast<cxx::IntLit>(x)) integer->note = noteFor(l, spelled);
  if (auto* floating = dyn_cast<cxx::FloatLit>(x)) floating->note = noteFor(l, spelled);
}

cxx::Expr* literalFor(Lowerer& l, const Constant* value, const Type* t, const ast::Expr* spelled) {
  cxx::Expr* x = plainLiteral(l, value, t, spelled);
  addNote(l, x, spelled);
  return x;
}

cxx::Expr* FunctionLowerer::constant(const Constant* value, const Type* t,
                                     const ast::Expr* spelled) {
  return literalFor(l, value, t, spelled);
}

cxx::Expr* FunctionLowerer::exactConstant(const Constant* value, const Type* t,
                                          const ast::Expr* spelled) {
  const Basic* basic = under<Basic>(t);
  Expr* x = constant(value, t);
  addNote(l, x, spelled);
  if (!basic || !(basic->info & kIsInteger)) return x;
  bool isPlainInt = basic->basic == BasicKind::Int32 && llvm::isa<cxx::IntLit>(x) &&
                    cast<cxx::IntLit>(x)->suffix.empty();
  return isPlainInt ? x : b.convert(l.type(t), x);
}

} // namespace minigo
