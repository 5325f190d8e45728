// Comments that mean something to a compiler: //go:build, //go:linkname, //go:embed …
#include "frontend/parse/builder.h"
#include "frontend/source/build_constraint.h"

#include "llvm/ADT/STLExtras.h"

namespace minigo::parse {

namespace {

using Directive = ast::Directive;
using Target = Directive::Target;
using g::Kind;

Target targetOf(Kind keyword) {
  switch (keyword) {
  case Kind::PACKAGE: return Target::PackageClause;
  case Kind::IMPORT: return Target::Import;
  case Kind::CONST: return Target::Const;
  case Kind::TYPE: return Target::Type;
  case Kind::VAR: return Target::Var;
  case Kind::FUNC: return Target::Func;
  default: return Target::Nothing;
  }
}

// Goes through the tokens of a file and knows at each which declaration begins there.
class Declarations {
public:
  explicit Declarations(const g::ParseTree& tree) : tree_(tree) {}

  // Moves to the first token behind `offset`, which must not decrease.
  void advanceTo(uint32_t offset) {
    while (at_ < tree_.tokenCount && tree_.nodes[at_].offset < offset)
      pass(tree_.nodes[at_++].kind);
  }

  bool inFunc() const { return blocks_ > 0; }

  // What begins at the current token. A keyword in front of a group begins nothing: its specs do.
  Target target() const {
    Kind kind = tree_.nodes[at_].kind;
    if (group_ != Target::Nothing && depth_ == groupDepth_)
      return specMayBegin_ && kind != Kind::RPAREN ? group_ : Target::Nothing;
    Target target = targetOf(kind);
    if (target == Target::Func) return depth_ == 0 ? target : Target::Nothing;
    bool isGroup = at_ + 1 < tree_.tokenCount && tree_.nodes[at_ + 1].kind == Kind::LPAREN;
    return isGroup ? Target::Nothing : target;
  }

private:
  void pass(Kind kind) {
    switch (kind) {
    case Kind::LPAREN:
      ++depth_;
      if (Target keyword = targetOf(previous_);
          keyword != Target::Nothing && keyword != Target::Func && group_ == Target::Nothing) {
        group_ = keyword;
        groupDepth_ = depth_;
      }
      break;
    case Kind::RPAREN:
      if (depth_ == groupDepth_) group_ = Target::Nothing;
      --depth_;
      break;
    case Kind::LBRACE:
      ++blocks_;
      ++depth_;
      break;
    case Kind::RBRACE:
      --blocks_;
      --depth_;
      break;
    default: break;
    }
    specMayBegin_ = kind == Kind::LPAREN || kind == Kind::SEMI;
    previous_ = kind;
  }

  const g::ParseTree& tree_;
  uint32_t at_ = 0;
  int depth_ = 0;  // of parentheses and braces
  int blocks_ = 0; // of braces
  int groupDepth_ = -1;
  Target group_ = Target::Nothing; // the declarations in parentheses that the token is in
  Kind previous_ = Kind::SEMI;
  bool specMayBegin_ = false;
};

// Nothing but blanks before `offset` in its line.
bool beginsLine(std::string_view text, uint32_t offset) {
  while (offset > 0 && (text[offset - 1] == ' ' || text[offset - 1] == '\t'))
    --offset;
  return offset == 0 || text[offset - 1] == '\n';
}

// The declaration that begins first behind `pos`.
ast::Decl* declBehind(const llvm::SmallVectorImpl<ast::Decl*>& decls, Target target,
                      SourcePos pos) {
  ast::Kind kind = target == Target::Var ? ast::Kind::VarDecl : ast::Kind::FuncDecl;
  auto it = llvm::find_if(
      decls, [&](const ast::Decl* decl) { return decl->kind == kind && pos < decl->pos; });
  return it == decls.end() ? nullptr : *it;
}

void applyTo(ast::Decl* decl, Directive& directive) {
  directive.decl = decl;
  auto* func = llvm::dyn_cast_or_null<ast::FuncDecl>(decl);
  if (!func) return;
  const llvm::StringRef verb = directive.verb();
  func->isNoinline |= verb == "go:noinline";
  func->isNoescape |= verb == "go:noescape";
  func->isUintptrescapes |= verb == "go:uintptrescapes";
}

} // namespace

void Builder::readDirectives(ast::File* file, const Decls& decls) {
  llvm::SmallVector<Directive, 16> directives;
  Declarations declarations(tree_);
  for (const g::Comment& comment : tree_.comments) {
    llvm::StringRef text(tree_.text.data() + comment.offset, comment.end - comment.offset);
    if (!text.consume_front("//") || !text.starts_with("go:")) continue;
    declarations.advanceTo(comment.offset);
    Directive directive{
        source_.at(comment.offset + 2), text.rtrim('\r'), Target::Nothing, false, false, nullptr};
    directive.alone = beginsLine(tree_.text, comment.offset);
    directive.inFunc = declarations.inFunc();
    if (directive.alone) directive.target = declarations.target();
    if (!directive.inFunc && (directive.target == Target::Var || directive.target == Target::Func))
      applyTo(declBehind(decls, directive.target, directive.pos), directive);
    readBuildConstraint(file, directive);
    if (text.consume_front("go:linkname ")) applyLinkname(text, decls);
    directives.push_back(directive);
  }
  file->directives = arena_.copy(llvm::ArrayRef<Directive>(directives));
}

void Builder::readBuildConstraint(ast::File* file, const Directive& directive) {
  llvm::StringRef text = directive.text;
  if (!text.consume_front("go:build ") || !(directive.pos < file->pos)) return;
  if (!file->buildConstraint.empty()) return;
  file->buildConstraint = arena_.intern(text.trim());
  std::optional<BuildConstraint> constraint = BuildConstraint::parse(file->buildConstraint);
  int minor = constraint ? constraint->minimumGoMinor() : -1;
  if (minor >= 0) file->goVersion = arena_.intern("go1." + std::to_string(minor));
}

// `local other`: the function `local` has the symbol `other`.
void Builder::applyLinkname(llvm::StringRef text, const Decls& decls) {
  auto [local, target] = text.trim().split(' ');
  for (ast::Decl* decl : decls)
    if (auto* func = llvm::dyn_cast<ast::FuncDecl>(decl))
      if (!func->receiver && func->name->name == local)
        func->linkname = arena_.intern(target.empty() ? local : target.trim());
}

} // namespace minigo::parse
