#include "codegen/print/literal_text.h"
#include "codegen/print/printer.h"

#include "llvm/Support/ErrorHandling.h"

namespace minigo::print {

using namespace cxx;
using llvm::StringRef;

std::string specifiersText(uint16_t specifiers) {
  std::string text;
  auto add = [&](Specifier one, StringRef word) {
    if (specifiers & one) text += (word + " ").str();
  };
  add(kMaybeUnused, "[[maybe_unused]]");
  add(kNoReturn, "[[noreturn]]");
  add(kCold, "[[gnu::cold]]");
  add(kNoInline, "[[gnu::noinline]]");
  add(kAlwaysInline, "[[gnu::always_inline]]");
  add(kUsed, "[[gnu::used]]");
  add(kRunOnce, "MG_RUN_ONCE");
  add(kExternC, "extern \"C\"");
  add(kExtern, "extern");
  add(kStatic, "static");
  add(kThreadLocal, "thread_local");
  add(kInline, "inline");
  add(kConstexpr, "constexpr");
  add(kConstinit, "constinit");
  add(kConst, "const");
  return text;
}

void Printer::initializer(Tokens& t, const Expr* init, InitStyle style) {
  if (!init) return;
  switch (style) {
  case InitStyle::Equals:
    t.text(" =");
    t.reluctantBreak(1);
    return operand(t, init, Precedence::Assignment);
  case InitStyle::Braces: return expr(t, init);
  case InitStyle::Parens: return arguments(t, const_cast<Expr*>(init));
  }
}

void Printer::simple(Tokens& t, const Stmt* stmt) {
  switch (stmt->kind) {
  case Kind::ExprStmt: return expr(t, llvm::cast<ExprStmt>(stmt)->x);
  case Kind::VarStmt: {
    const auto* s = llvm::cast<VarStmt>(stmt);
    t.text(specifiersText(s->specifiers) + declarator(s->type, s->name.text()));
    return initializer(t, s->init, s->style);
  }
  case Kind::BindingStmt: {
    const auto* s = llvm::cast<BindingStmt>(stmt);
    std::vector<std::string> names;
    for (Name name : s->names)
      names.push_back(name.text().str());
    t.text(specifiersText(s->specifiers) + "auto [" + commaList(names) + "]");
    return initializer(t, s->init, InitStyle::Equals);
  }
  default: break;
  }
  llvm_unreachable("not a simple statement");
}

void Printer::body(const BlockStmt* block) {
  indent_ += kIndent;
  for (const Stmt* s : block->stmts)
    stmt(s);
  // C++20 wants a statement behind a label.
  if (!block->stmts.empty() && llvm::isa<LabelStmt>(block->stmts.back())) line(";");
  indent_ -= kIndent;
}

void Printer::ifStmt(const IfStmt* s) {
  StringRef prefix;
  for (;;) {
    Tokens t;
    if (s->pos.isValid()) linePos_ = s->pos;
    t.text((prefix + "if (").str());
    t.open();
    if (s->init) {
      simple(t, s->init);
      t.text(";");
      t.breakable(1);
    }
    expr(t, s->cond);
    t.close();
    t.text(")");
    if (s->likely != Likely::Unknown)
      t.text(s->likely == Likely::Yes ? " [[likely]]" : " [[unlikely]]");
    t.text(" {");
    line(t, s->pos);
    body(s->then);
    const auto* next = llvm::dyn_cast_or_null<IfStmt>(s->otherwise);
    if (!next) break;
    s = next;
    prefix = "} else ";
  }
  if (const auto* otherwise = llvm::cast_or_null<BlockStmt>(s->otherwise)) {
    line("} else {");
    body(otherwise);
  }
  line("}");
}

void Printer::forStmt(const ForStmt* s) {
  Tokens t;
  t.text("for (");
  t.open();
  if (s->init) simple(t, s->init);
  for (const VarStmt* more : s->more) {
    t.text((", " + more->name.text()).str());
    initializer(t, more->init, more->style);
  }
  t.text(";");
  if (s->cond) {
    t.breakable(1);
    expr(t, s->cond);
  }
  t.text(";");
  if (s->post) {
    t.breakable(1);
    expr(t, s->post);
  }
  t.close();
  t.text(") {");
  line(t, s->pos);
  body(s->body);
  line("}");
}

void Printer::switchStmt(const SwitchStmt* s) {
  Tokens t;
  t.text("switch (");
  expr(t, s->value);
  t.text(") {");
  line(t, s->pos);
  for (const SwitchCase& one : s->cases) {
    // A label must not jump over a variable of another case.
    bool declares = llvm::any_of(one.body->stmts,
                                 [](const Stmt* p) { return llvm::isa<VarStmt, BindingStmt>(p); });
    StringRef brace = declares ? " {" : "";
    bool isDefault = one.values.empty() || one.alsoDefault;
    for (const Expr* value : one.values) {
      Tokens label;
      const auto* integer = llvm::dyn_cast<IntLit>(value);
      label.text("case ");
      if (integer)
        label.text(intText(integer));
      else
        expr(label, value);
      label.text(":");
      if (!isDefault && value == one.values.back()) label.text(brace);
      if (integer && !integer->note.empty()) label.text((" // " + integer->note).str());
      line(label);
    }
    StringRef why = one.alsoDefault ? " // there is no other" : "";
    if (isDefault) line(("default:" + brace + why).str());
    body(one.body);
    if (one.fallsThrough) {
      indent_ += kIndent;
      line("[[fallthrough]];");
      indent_ -= kIndent;
    }
    if (declares) line("}");
  }
  line("}");
}

void Printer::rangeForStmt(const RangeForStmt* s) {
  Tokens t;
  t.text("for (");
  t.open();
  simple(t, s->element);
  t.text(" :");
  t.breakable(1);
  expr(t, s->range);
  t.close();
  t.text(") {");
  line(t, s->pos);
  body(s->body);
  line("}");
}

void Printer::whileStmt(const WhileStmt* s) {
  Tokens t;
  t.text("while (");
  expr(t, s->cond);
  t.text(") {");
  line(t, s->pos);
  body(s->body);
  line("}");
}

void Printer::doStmt(const DoStmt* s) {
  line("do {", s->pos);
  body(s->body);
  Tokens t;
  linePos_ = {};
  t.text("} while (");
  expr(t, s->cond);
  t.text(");");
  line(t);
}

void Printer::stmt(const Stmt* stmt) {
  if (stmt->pos.isValid()) linePos_ = stmt->pos;
  switch (stmt->kind) {
  case Kind::ExprStmt:
  case Kind::VarStmt:
  case Kind::BindingStmt: {
    Tokens t;
    simple(t, stmt);
    t.text(";");
    return line(t, stmt->pos);
  }
  case Kind::BlockStmt:
    line("{", stmt->pos);
    body(llvm::cast<BlockStmt>(stmt));
    return line("}");
  case Kind::IfStmt: return ifStmt(llvm::cast<IfStmt>(stmt));
  case Kind::ForStmt: return forStmt(llvm::cast<ForStmt>(stmt));
  case Kind::RangeForStmt: return rangeForStmt(llvm::cast<RangeForStmt>(stmt));
  case Kind::WhileStmt: return whileStmt(llvm::cast<WhileStmt>(stmt));
  case Kind::DoStmt: return doStmt(llvm::cast<DoStmt>(stmt));
  case Kind::SwitchStmt: return switchStmt(llvm::cast<SwitchStmt>(stmt));
  case Kind::ReturnStmt: {
    const auto* s = llvm::cast<ReturnStmt>(stmt);
    Tokens t;
    t.text(s->value ? "return " : "return");
    if (s->value) expr(t, s->value);
    t.text(";");
    return line(t, s->pos);
  }
  case Kind::BreakStmt: return line("break;", stmt->pos);
  case Kind::ContinueStmt: return line("continue;", stmt->pos);
  case Kind::GotoStmt:
    return line(("goto " + llvm::cast<GotoStmt>(stmt)->label.text() + ";").str(), stmt->pos);
  case Kind::LabelStmt: {
    const auto* s = llvm::cast<LabelStmt>(stmt);
    unsigned indent = indent_;
    indent_ = indent >= kIndent ? indent - kIndent : 0; // labels stand out to the left
    line(((s->maybeUnused ? "[[maybe_unused]] " : "") + s->label.text() + ":").str(), s->pos);
    indent_ = indent;
    return;
  }
  case Kind::CommentStmt: return comment(llvm::cast<CommentStmt>(stmt)->text);
  default: break;
  }
  llvm_unreachable("not a statement");
}

} // namespace minigo::print
