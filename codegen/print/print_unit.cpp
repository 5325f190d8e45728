#include "codegen/print/line_map.h"
#include "codegen/print/printer.h"

namespace minigo::print {

using namespace cxx;
using llvm::StringRef;

void Printer::write(StringRef text, SourcePos pos) {
  if (pendingBlank_ && !out_.empty()) out_ += '\n';
  pendingBlank_ = false;
  if (options_.lineDirectives) out_ += LineMap::mark(pos, owner_);
  // Directives of the preprocessor begin their line.
  if (!text.starts_with("#")) out_.append(indent_, ' ');
  out_ += text;
  out_ += '\n';
}

void Printer::line(StringRef text, SourcePos pos) { write(text, pos); }

void Printer::line(const Tokens& tokens, SourcePos pos) {
  // With #line, a statement stays on one line, so that all of it has the line of Go.
  write(tokens.layOut(indent_, options_.lineDirectives ? 0 : kColumnLimit), pos);
}

// Whether an empty line stands between two declarations: around everything that takes several
// lines or has a comment.
static bool standsAlone(const Decl* decl) {
  if (!decl->comment.empty()) return true;
  switch (decl->kind) {
  case Kind::Function: return llvm::cast<Function>(decl)->body != nullptr;
  case Kind::Struct:
  case Kind::GuardedDecl: return true;
  case Kind::Variable: {
    const Expr* init = llvm::cast<Variable>(decl)->init;
    return init && llvm::isa<InitList>(init) && llvm::cast<InitList>(init)->oneLineEach;
  }
  default: return false;
  }
}

static std::string spaceText(llvm::ArrayRef<Name> space) {
  std::string text;
  for (Name part : space)
    text += (text.empty() ? "" : "::") + part.text().str();
  return text;
}

void Printer::unit(const Unit& unit) {
  if (!unit.comment.empty()) comment(unit.comment);
  if (unit.isHeader) line("#pragma once");
  blankLine();
  // The runtime's header comes first and alone, so that it can be precompiled; in a file of a split
  // package that of the package.
  for (const std::string& include : unit.includes) {
    line("#include \"" + include + "\"");
    if (&include == &unit.includes.front()) blankLine();
  }
  for (const Section& section : unit.sections) {
    if (section.decls.empty()) continue;
    std::string space = spaceText(section.space);
    blankLine();
    if (!space.empty()) line("namespace " + space + " {");
    blankLine();
    const Decl* previous = nullptr;
    for (const Decl* decl : section.decls) {
      // A comment above macros is for all of them.
      const bool isList = previous && llvm::isa<MacroDecl>(previous) && decl->comment.empty();
      if (previous &&
          ((standsAlone(previous) && !isList) || standsAlone(decl) || previous->kind != decl->kind))
        blankLine();
      this->decl(decl);
      previous = decl;
    }
    blankLine();
    if (!space.empty()) line("} // namespace " + space);
  }
  if (unit.lastInclude.empty()) return;
  blankLine();
  line("#include \"" + unit.lastInclude + "\"");
}

std::string printUnit(const Unit& unit, const PrintOptions& options) {
  Printer printer(options);
  printer.unit(unit);
  if (!options.lineDirectives) return printer.take();
  return LineMap(*options.sources, options.lineOrigins, unit.fileName).resolve(printer.take());
}

std::string printStmt(const Stmt* stmt) {
  PrintOptions options;
  Printer printer(options);
  printer.stmt(stmt);
  return printer.take();
}

std::string printDecl(const Decl* decl) {
  PrintOptions options;
  Printer printer(options);
  printer.decl(decl);
  return printer.take();
}

} // namespace minigo::print
