#include "codegen/print/line_map.h"
#include "codegen/print/literal_text.h"
#include "codegen/print/printer.h"
#include "frontend/source/source_file.h"

#include "llvm/Support/ErrorHandling.h"

namespace minigo::print {

using namespace cxx;
using llvm::ArrayRef;
using llvm::StringRef;

namespace {

struct OperatorInfo {
  StringRef text;
  Precedence precedence;
};

// In the order of BinaryOp.
constexpr OperatorInfo kBinary[] = {
    {"*", Precedence::Multiplicative}, {"/", Precedence::Multiplicative},
    {"%", Precedence::Multiplicative}, {"+", Precedence::Additive},
    {"-", Precedence::Additive},       {"<<", Precedence::Shift},
    {">>", Precedence::Shift},         {"<", Precedence::Relational},
    {"<=", Precedence::Relational},    {">", Precedence::Relational},
    {">=", Precedence::Relational},    {"==", Precedence::Equality},
    {"!=", Precedence::Equality},      {"&", Precedence::BitAnd},
    {"^", Precedence::BitXor},         {"|", Precedence::BitOr},
    {"&&", Precedence::AndAnd},        {"||", Precedence::OrOr},
    {"=", Precedence::Assignment},     {"*=", Precedence::Assignment},
    {"/=", Precedence::Assignment},    {"%=", Precedence::Assignment},
    {"+=", Precedence::Assignment},    {"-=", Precedence::Assignment},
    {"<<=", Precedence::Assignment},   {">>=", Precedence::Assignment},
    {"&=", Precedence::Assignment},    {"^=", Precedence::Assignment},
    {"|=", Precedence::Assignment},    {",", Precedence::Comma},
};

// In the order of UnaryOp.
constexpr StringRef kUnary[] = {"+", "-", "!", "~", "*", "&", "++", "--"};

const OperatorInfo& infoOf(BinaryOp op) { return kBinary[size_t(op)]; }

bool isBitwise(Precedence p) { return p >= Precedence::BitOr && p <= Precedence::BitAnd; }
bool isComparison(Precedence p) { return p == Precedence::Equality || p == Precedence::Relational; }

// Pairs of operators whose order compilers and readers want to see spelled out (-Wparentheses)
// although the grammar does not need it.
bool wantsParentheses(const BinaryExpr* parent, const Expr* child) {
  Precedence outer = infoOf(parent->op).precedence;
  if (const auto* unary = llvm::dyn_cast<UnaryExpr>(child))
    return unary->op == UnaryOp::Not && (isComparison(outer) || isBitwise(outer));
  Precedence inner = precedenceOf(child);
  if (!llvm::isa<BinaryExpr>(child)) return false;
  if (outer == Precedence::OrOr) return inner == Precedence::AndAnd;
  if (outer == Precedence::Shift) return inner != Precedence::Shift || child != parent->x;
  if (isBitwise(outer)) return llvm::cast<BinaryExpr>(child)->op != parent->op;
  return isComparison(outer) && isComparison(inner);
}

// Whether the text of e begins with that of a lambda.
bool startsWithBracket(const Expr* e) {
  for (;;) {
    switch (e->kind) {
    case Kind::LambdaExpr: return true;
    case Kind::CallExpr: e = llvm::cast<CallExpr>(e)->callee; break;
    case Kind::MemberExpr: e = llvm::cast<MemberExpr>(e)->base; break;
    case Kind::IndexExpr: e = llvm::cast<IndexExpr>(e)->base; break;
    case Kind::BinaryExpr: e = llvm::cast<BinaryExpr>(e)->x; break;
    case Kind::ConditionalExpr: e = llvm::cast<ConditionalExpr>(e)->cond; break;
    default: return false;
    }
  }
}

} // namespace

Precedence precedenceOf(const Expr* e) {
  switch (e->kind) {
  case Kind::BinaryExpr: return infoOf(llvm::cast<BinaryExpr>(e)->op).precedence;
  case Kind::ConditionalExpr: return Precedence::Assignment;
  case Kind::UnaryExpr: return Precedence::Unary;
  case Kind::IntLit: {
    const auto* lit = llvm::cast<IntLit>(e);
    if (!lit->negative) return Precedence::Primary;
    return lit->magnitude == uint64_t(1) << 63 ? Precedence::Additive : Precedence::Unary;
  }
  case Kind::FloatLit:
    return floatText(llvm::cast<FloatLit>(e))[0] == '-' ? Precedence::Unary : Precedence::Primary;
  case Kind::CallExpr:
  case Kind::MemberExpr:
  case Kind::IndexExpr: return Precedence::Postfix;
  default: return Precedence::Primary;
  }
}

void Printer::operand(Tokens& t, const Expr* e, Precedence least) {
  bool parens = precedenceOf(e) < least;
  if (parens) t.text("(");
  expr(t, e);
  if (parens) t.text(")");
}

void Printer::arguments(Tokens& t, ArrayRef<Expr*> args) {
  t.text("(");
  t.open();
  for (size_t i = 0; i < args.size(); ++i) {
    if (i) {
      t.text(",");
      t.breakable(1);
    } else {
      t.reluctantBreak(0);
    }
    operand(t, args[i], Precedence::Assignment);
  }
  t.close();
  t.text(")");
}

void Printer::binary(Tokens& t, const BinaryExpr* e) {
  const OperatorInfo& info = infoOf(e->op);
  bool rightToLeft = info.precedence == Precedence::Assignment;
  auto side = [&](const Expr* x, bool left) {
    Precedence least = info.precedence;
    if (left == rightToLeft) least = Precedence(uint8_t(least) + 1);
    if (wantsParentheses(e, x)) least = Precedence::Primary;
    operand(t, x, least);
  };
  if (!rightToLeft) t.open();
  side(e->x, true);
  if (e->op != BinaryOp::Comma) t.text(" ");
  t.text(info.text);
  if (rightToLeft)
    t.reluctantBreak(1);
  else
    t.breakable(1);
  side(e->y, false);
  if (!rightToLeft) t.close();
}

void Printer::initList(Tokens& t, ArrayRef<Init> inits, bool oneLineEach) {
  auto element = [this](Tokens& to, const Init& init) {
    if (!init.field.isEmpty()) to.text(("." + init.field.text() + " = ").str());
    operand(to, init.value, Precedence::Assignment);
  };
  t.text("{");
  if (oneLineEach && !inits.empty()) {
    return t.lines([this, inits, element](unsigned indent) {
      unsigned outer = std::exchange(indent_, indent + kContinuationIndent);
      std::string text;
      for (const Init& init : inits) {
        Tokens one;
        element(one, init);
        one.text(",");
        text += "\n" + std::string(indent_, ' ') + one.layOut(indent_, kColumnLimit);
      }
      indent_ = outer;
      return text + "\n" + std::string(indent, ' ') + "}";
    });
  }
  if (!inits.empty() && !inits[0].field.isEmpty())
    t.openAllOrNone();
  else
    t.open();
  for (size_t i = 0; i < inits.size(); ++i) {
    if (i) {
      t.text(",");
      t.breakable(1);
    } else {
      t.reluctantBreak(0);
    }
    element(t, inits[i]);
  }
  t.close();
  t.text("}");
}

void Printer::blockLines(Tokens& t, const BlockStmt* block, StringRef end, SourcePos endPos,
                         StringRef owner) {
  t.lines([this, block, end, endPos, owner](unsigned indent) {
    std::string outer = std::exchange(out_, "\n");
    const SourcePos outerPos = linePos_;
    const StringRef outerOwner = std::exchange(owner_, owner.empty() ? owner_ : owner);
    bool pending = std::exchange(pendingBlank_, false);
    unsigned outerIndent = std::exchange(indent_, indent);
    body(block);
    std::string text = std::exchange(out_, std::move(outer));
    pendingBlank_ = pending;
    indent_ = outerIndent;
    if (options_.lineDirectives && endPos.isValid()) text += LineMap::mark(endPos, owner_);
    owner_ = outerOwner;
    linePos_ = outerPos;
    const std::string margin(indent, ' ');
    text += margin + end.str();
    // What follows, such as the call of a literal, is no part of it.
    if (options_.lineDirectives && !owner.empty())
      text += "\n" + LineMap::mark(endPos, owner_) + margin;
    return text;
  });
}

void Printer::lambda(Tokens& t, const LambdaExpr* e) {
  // What the C++ compiler makes up for the body counts as its head.
  if (options_.lineDirectives && !e->owner.empty() && e->begin.isValid())
    t.lines([e](unsigned indent) {
      return "\n" + LineMap::mark(e->begin, e->owner) + std::string(indent, ' ');
    });
  t.text("[");
  if (e->captureDefault == CaptureDefault::ByCopy) t.text("=");
  if (e->captureDefault == CaptureDefault::ByReference) t.text("&");
  bool isFirst = e->captureDefault == CaptureDefault::None;
  for (const Capture& capture : e->captures) {
    if (!std::exchange(isFirst, false)) t.text(", ");
    t.text((capture.byReference ? "&" : "") + capture.name.text().str());
    if (!capture.init) continue;
    t.text(" = ");
    expr(t, capture.init);
  }
  t.text("]");
  if (!e->params.empty() || e->result || e->isMutable) t.text("(" + params(e->params) + ")");
  if (e->isMutable) t.text(" mutable");
  if (e->result) t.text(" -> " + typeText(e->result));
  if (e->body->stmts.empty()) return t.text(" {}");
  t.text(" {");
  blockLines(t, e->body, "}", e->end, e->owner);
}

void Printer::stringLit(Tokens& t, const StringLit* e) {
  std::vector<std::string> pieces = stringPieces(e->bytes);
  pieces.back() += e->suffix;
  t.open();
  for (size_t i = 0; i < pieces.size(); ++i) {
    if (i) t.breakable(1);
    t.text(pieces[i]);
  }
  t.close();
}

static std::string noteText(StringRef note) {
  return note.empty() ? "" : " /* " + note.str() + " */";
}

void Printer::literal(Tokens& t, const Expr* expr) {
  switch (expr->kind) {
  case Kind::IntLit: {
    const auto* e = llvm::cast<IntLit>(expr);
    return t.text(intText(e) + noteText(e->note));
  }
  case Kind::FloatLit: {
    const auto* e = llvm::cast<FloatLit>(expr);
    return t.text(floatText(e) + noteText(e->note));
  }
  case Kind::BoolLit: return t.text(llvm::cast<BoolLit>(expr)->value ? "true" : "false");
  case Kind::CharLit: return t.text(charText(llvm::cast<CharLit>(expr)->codePoint));
  case Kind::StringLit: return stringLit(t, llvm::cast<StringLit>(expr));
  case Kind::NullLit: return t.text("nullptr");
  default: break;
  }
  llvm_unreachable("not an expression");
}

void Printer::construct(Tokens& t, const ConstructExpr* e) {
  t.text(typeText(e->type));
  if (!e->parens) return initList(t, e->inits, false);
  llvm::SmallVector<Expr*, 4> args;
  for (const Init& init : e->inits)
    args.push_back(init.value);
  arguments(t, args);
}

void Printer::unary(Tokens& t, const UnaryExpr* e) {
  t.text(kUnary[size_t(e->op)]);
  // `- -x` and `+ +x` must not become `--x`; `&` and `*` join freely.
  bool sign = e->op == UnaryOp::Minus || e->op == UnaryOp::Plus;
  bool inner = precedenceOf(e->x) == Precedence::Unary;
  operand(t, e->x, sign && inner ? Precedence::Primary : Precedence::Unary);
}

void Printer::conditional(Tokens& t, const ConditionalExpr* e) {
  t.open();
  operand(t, e->cond, Precedence::OrOr);
  t.breakable(1);
  t.text("? ");
  operand(t, e->yes, Precedence::Assignment);
  t.breakable(1);
  t.text(": ");
  operand(t, e->no, Precedence::Assignment);
  t.close();
}

void Printer::cast(Tokens& t, const CastExpr* e) {
  constexpr StringRef kNames[] = {"static_cast<", "reinterpret_cast<", "const_cast<"};
  t.text(kNames[size_t(e->cast)].str() + typeText(e->type) + ">");
  arguments(t, e->x);
}

void Printer::breakLine(Tokens& t, SourcePos pos) {
  linePos_ = pos;
  if (!pos.isValid()) return;
  t.lines([this, pos](unsigned indent) {
    return "\n" + LineMap::mark(pos, owner_) + std::string(indent, ' ');
  });
}

// An expression on another line of Go than what is around gets lines of its own.
void Printer::expr(Tokens& t, const Expr* expr) {
  const auto isOnLine = [&] {
    return linePos_.isValid() &&
           options_.sources->position(linePos_).line == options_.sources->position(expr->pos).line;
  };
  if (!options_.lineDirectives || !expr->pos.isValid() || isOnLine()) return exprText(t, expr);
  const SourcePos outer = linePos_;
  breakLine(t, expr->pos);
  exprText(t, expr);
  breakLine(t, outer);
}

void Printer::exprText(Tokens& t, const Expr* expr) {
  switch (expr->kind) {
  case Kind::NameExpr: {
    const auto* e = llvm::cast<NameExpr>(expr);
    return t.text(qualifiedText(e->name, e->args));
  }
  case Kind::CallExpr: {
    const auto* e = llvm::cast<CallExpr>(expr);
    operand(t, e->callee, Precedence::Postfix);
    return arguments(t, e->args);
  }
  case Kind::ConstructExpr: return construct(t, llvm::cast<ConstructExpr>(expr));
  case Kind::InitList: {
    const auto* e = llvm::cast<InitList>(expr);
    return initList(t, e->inits, e->oneLineEach);
  }
  case Kind::MemberExpr: {
    const auto* e = llvm::cast<MemberExpr>(expr);
    operand(t, e->base, Precedence::Postfix);
    return t.text(((e->arrow ? "->" : ".") + e->name.text()).str());
  }
  case Kind::IndexExpr: {
    const auto* e = llvm::cast<IndexExpr>(expr);
    operand(t, e->base, Precedence::Postfix);
    // `[[` would begin an attribute.
    bool parens = startsWithBracket(e->index);
    t.text(parens ? "[(" : "[");
    this->expr(t, e->index);
    return t.text(parens ? ")]" : "]");
  }
  case Kind::UnaryExpr: return unary(t, llvm::cast<UnaryExpr>(expr));
  case Kind::BinaryExpr: return binary(t, llvm::cast<BinaryExpr>(expr));
  case Kind::ConditionalExpr: return conditional(t, llvm::cast<ConditionalExpr>(expr));
  case Kind::CastExpr: return cast(t, llvm::cast<CastExpr>(expr));
  case Kind::LambdaExpr: return lambda(t, llvm::cast<LambdaExpr>(expr));
  case Kind::TypeTraitExpr: {
    const auto* e = llvm::cast<TypeTraitExpr>(expr);
    StringRef word = e->trait == TypeTrait::Sizeof ? "sizeof(" : "alignof(";
    return t.text(word.str() + typeText(e->type) + ")");
  }
  case Kind::OffsetofExpr: {
    const auto* e = llvm::cast<OffsetofExpr>(expr);
    return t.text("__builtin_offsetof(" + typeText(e->type) + ", " + e->field.text().str() + ")");
  }
  case Kind::StmtExpr: t.text("({"); return blockLines(t, llvm::cast<StmtExpr>(expr)->body, "})");
  default: return literal(t, expr);
  }
}

std::string printExpr(const Expr* expr) {
  PrintOptions options;
  Printer printer(options);
  Tokens t;
  printer.expr(t, expr);
  return t.layOut(0, kColumnLimit);
}

} // namespace minigo::print
