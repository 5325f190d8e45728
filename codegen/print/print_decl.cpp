#include "codegen/print/printer.h"

#include "llvm/Support/ErrorHandling.h"

namespace minigo::print {

using namespace cxx;
using llvm::StringRef;

void Printer::comment(StringRef text) {
  while (!text.empty()) {
    auto [first, rest] = text.split('\n');
    line(first.empty() ? std::string("//") : ("// " + first).str());
    text = rest;
  }
}

void Printer::function(const Function* f, bool definition) {
  Tokens t;
  t.text(specifiersText(f->specifiers) + typeText(f->result) + " " + f->name.text().str() + "(");
  t.open();
  for (size_t i = 0; i < f->params.size(); ++i) {
    if (i) {
      t.text(",");
      t.breakable(1);
    } else {
      t.reluctantBreak(0);
    }
    t.text(declarator(f->params[i].type, f->params[i].name.text()));
  }
  t.close();
  t.text(!definition ? ");" : f->body->stmts.empty() ? ") {}" : ") {");
  owner_ = definition ? f->owner : StringRef();
  line(t, definition ? f->pos : SourcePos());
  owner_ = {};
  if (!definition || f->body->stmts.empty()) return;
  body(f->body);
  line("}", f->end);
}

void Printer::variable(const Variable* v, bool definition) {
  uint16_t specifiers = v->specifiers;
  if (!definition) {
    specifiers &= ~(kConstinit | kMaybeUnused | kStatic);
    specifiers |= kExtern;
  }
  Tokens t;
  t.text(specifiersText(specifiers) + declarator(v->type, v->name.text()));
  if (definition) initializer(t, v->init, v->style);
  t.text(";");
  line(t, definition ? v->pos : SourcePos());
}

void Printer::structure(const Struct* s) {
  std::string head = "struct " + s->name.text().str();
  if (s->base) head += " : " + typeText(s->base);
  bool empty = s->fields.empty() && s->equality == Equality::None && !s->convertsFrom;
  line(head + (empty ? " {};" : " {"), s->pos);
  if (empty) return;
  indent_ += kIndent;
  for (const StructField& field : s->fields) {
    if (!field.comment.empty()) comment(field.comment);
    Tokens t;
    t.text(declarator(field.type, field.name.text()));
    initializer(t, field.init, InitStyle::Equals);
    t.text(";");
    line(t);
  }
  std::string name = s->name.text().str();
  if (s->convertsFrom) {
    std::string base = typeText(s->base);
    line(name + "() = default;");
    line(name + "(mg::Nil) {}");
    line(name + "(" + base + " value) : " + base + "(value) {}");
  }
  if (s->equality == Equality::Default)
    line("bool operator==(const " + typeText(s->self) + "&) const = default;");
  if (s->equality == Equality::Explicit) {
    Tokens t;
    bool none = s->equalFields.empty();
    std::string self = typeText(s->self);
    line("friend bool operator==(const " + self + (none ? "&" : "& a") + ", const " + self +
         (none ? "&" : "& b") + ") {");
    t.text("return ");
    t.open();
    if (none) t.text("true");
    for (size_t i = 0; i < s->equalFields.size(); ++i) {
      StringRef field = s->equalFields[i].text();
      if (i) t.text(" &&");
      if (i) t.breakable(1);
      t.text(("a." + field + " == b." + field).str());
    }
    t.close();
    t.text(";");
    indent_ += kIndent;
    line(t);
    indent_ -= kIndent;
    line("}");
  }
  indent_ -= kIndent;
  line("};");
}

void Printer::decl(const Decl* decl) {
  if (!decl->comment.empty()) comment(decl->comment);
  switch (decl->kind) {
  case Kind::Function: {
    const auto* f = llvm::cast<Function>(decl);
    return function(f, f->body != nullptr);
  }
  case Kind::Variable: return variable(llvm::cast<Variable>(decl), true);
  case Kind::Struct: return structure(llvm::cast<Struct>(decl));
  case Kind::UsingDecl: {
    const auto* d = llvm::cast<UsingDecl>(decl);
    return line("using " + d->name.text().str() + " = " + typeText(d->type) + ";");
  }
  case Kind::Declaration: {
    const Decl* of = llvm::cast<Declaration>(decl)->of;
    if (const auto* f = llvm::dyn_cast<Function>(of)) return function(f, false);
    if (const auto* v = llvm::dyn_cast<Variable>(of)) return variable(v, false);
    return line(("struct " + llvm::cast<Struct>(of)->name.text() + ";").str());
  }
  case Kind::TraitDecl: {
    const auto* d = llvm::cast<TraitDecl>(decl);
    line("template <>");
    Tokens t;
    t.text("inline constexpr bool " + qualifiedText(d->name) + "<" + typeText(d->type) + "> =");
    t.breakable(1);
    t.text(d->value ? "true;" : "false;");
    return line(t);
  }
  case Kind::GuardedDecl: {
    const auto* d = llvm::cast<GuardedDecl>(decl);
    line(("#ifndef " + d->guard.text()).str());
    line(("#define " + d->guard.text()).str());
    for (const Decl* inner : d->decls)
      this->decl(inner);
    return line("#endif");
  }
  case Kind::MacroDecl: {
    Tokens t;
    expr(t, llvm::cast<MacroDecl>(decl)->call);
    t.text(";");
    return line(t, decl->pos);
  }
  default: break;
  }
  llvm_unreachable("not a declaration");
}

} // namespace minigo::print
