// Comments for the compiler (//go:embed, //go:linkname …): where they may stand and what they need;
// functions without body, which some of them allow.
#include "frontend/check/directives.h"

#include "frontend/check/checker.h"
#include "frontend/types/constant_pool.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"

namespace minigo {

using namespace ast;
using On = Directive::Target;

namespace {

// What gc acts upon; other words may stand anywhere.
bool isOfFunctions(llvm::StringRef verb) {
  constexpr llvm::StringLiteral kVerbs[] = {"go:noescape",         "go:norace",
                                            "go:nosplit",          "go:noinline",
                                            "go:nocheckptr",       "go:systemstack",
                                            "go:nowritebarrier",   "go:nowritebarrierrec",
                                            "go:cgo_unsafe_args",  "go:uintptrescapes",
                                            "go:uintptrkeepalive", "go:registerparams",
                                            "go:nointerface",      "go:yeswritebarrierrec"};
  return llvm::is_contained(kVerbs, verb);
}

bool isOfRuntime(llvm::StringRef verb) {
  return verb == "go:systemstack" || verb.starts_with("go:nowritebarrier") ||
         verb == "go:yeswritebarrierrec";
}

bool hasEffect(llvm::StringRef verb) {
  return isOfFunctions(verb) || verb == "go:build" || verb == "go:cgo_import_dynamic";
}

bool isAllowed(const Directive& directive) {
  if (directive.verb() == "go:build") return directive.target == On::PackageClause;
  return directive.target == On::Func;
}

unsigned wordCount(llvm::StringRef text) {
  llvm::SmallVector<llvm::StringRef, 4> words;
  llvm::SplitString(text, words);
  return static_cast<unsigned>(words.size());
}

// The first quoted word of a //go:embed that is malformed, with what follows it; empty if none is.
llvm::StringRef unreadableWord(llvm::StringRef text) {
  text.consume_front("go:embed");
  for (text = text.ltrim(); !text.empty(); text = text.ltrim()) {
    const char quote = text[0];
    size_t end = 1;
    if (quote != '"' && quote != '`') {
      text = text.drop_until([](char c) { return llvm::isSpace(c); });
      continue;
    }
    while (end < text.size() && text[end] != quote)
      end += quote == '"' && text[end] == '\\' ? 2 : 1;
    if (end >= text.size() || !unquote(text.take_front(end + 1))) return text;
    if (end + 1 < text.size() && !llvm::isSpace(text[end + 1])) return text;
    text = text.drop_front(end + 1);
  }
  return {};
}

bool importsPackage(const File* file, llvm::StringRef path) {
  return llvm::any_of(file->decls, [&](const Decl* decl) {
    const auto* import = llvm::dyn_cast<ImportDecl>(decl);
    return import && import->path && import->path->text.drop_front().drop_back() == path;
  });
}

// Where gc has a function declaration: behind the keyword.
bool isWithoutValue(const Decl* decl) {
  const auto* var = llvm::dyn_cast_or_null<VarDecl>(decl);
  return var && var->values.empty();
}

SourcePos placeOf(const FuncDecl* func, const SourceManager& sources) {
  const SourceFile& file = sources.fileAt(func->pos);
  uint32_t at = func->pos.offset - file.begin().offset + strlen("func");
  while (at < file.text().size() && llvm::isSpace(file.text()[at]))
    ++at;
  return file.at(at);
}

} // namespace

namespace {

class PlaceCheck {
public:
  PlaceCheck(const Package& package, bool knowsTargets, Diagnostics& diags)
      : package_(package), knowsTargets_(knowsTargets), diags_(diags) {}

  void check(const Directive& directive) {
    llvm::StringRef verb = directive.verb();
    if (directive.text == "go:linkname") return; // none without arguments, to gc
    if (!directive.alone) {
      error(directive.pos, diag::MisplacedDirective);
    } else if (verb == "go:linkname") {
      unsigned words = wordCount(directive.text);
      if (words != 2 && words != 3) error(directive.pos, diag::LinknameUsage);
    } else if (verb == "go:embed") {
      checkEmbed(directive);
    } else {
      checkOther(directive, verb);
    }
  }
  bool ok() const { return ok_; }

private:
  template <class... A>
  void error(SourcePos pos, diag::Kind kind, const A&... args) {
    ok_ = false;
    diags_.report(pos, kind, args...);
  }

  void checkEmbed(const Directive& directive) {
    const llvm::StringRef bad = unreadableWord(directive.text);
    if (!bad.empty()) error(directive.pos, diag::EmbedQuoting, bad);
    if (!bad.empty() || wordCount(directive.text) == 1)
      error(directive.pos, diag::EmbedUsage);
    else if (isNowhere(directive))
      error(directive.pos, diag::MisplacedEmbed);
  }

  void checkOther(const Directive& directive, llvm::StringRef verb) {
    const bool isLibrary = package_.standard || package_.builtin;
    if (verb.starts_with("go:cgo_") && verb != "go:cgo_import_dynamic" && !package_.standard)
      error(directive.pos, diag::CgoDirective, directive.text);
    if (isOfRuntime(verb) && !isLibrary) error(directive.pos, diag::RuntimeDirective, verb);
    if (verb == "go:uintptrkeepalive" && !isLibrary)
      error(directive.pos, diag::LibraryDirective, verb);
    if (isNowhere(directive) && hasEffect(verb)) error(directive.pos, diag::MisplacedDirective);
  }

  bool isNowhere(const Directive& directive) const {
    return knowsTargets_ && directive.target == On::Nothing;
  }

  const Package& package_;
  bool knowsTargets_;
  Diagnostics& diags_;
  bool ok_ = true;
};

} // namespace

bool checkPlacesOfDirectives(const Package& package, bool hasSyntaxErrors, Diagnostics& diags) {
  PlaceCheck places(package, /*knowsTargets=*/!hasSyntaxErrors, diags);
  for (const File* file : package.files)
    for (const Directive& directive : file->directives)
      places.check(directive);
  return places.ok();
}

// What gc says when everything else was right.
void Checker::checkDirectives() {
  llvm::StringSet<> linknames;
  for (const File* file : package_.files)
    for (const Directive& directive : file->directives) {
      llvm::StringRef verb = directive.verb();
      if (verb == "go:linkname") {
        if (wordCount(directive.text) > 1) checkLinkname(directive, file, linknames);
      } else if (directive.target == On::Nothing) {
        continue; // reported
      } else if (verb == "go:embed") {
        checkEmbed(directive, file);
      } else if (hasEffect(verb) && !isAllowed(directive)) {
        error(directive.pos, diag::MisplacedDirective);
      } else if (verb == "go:noescape") {
        const auto* func = llvm::dyn_cast_or_null<FuncDecl>(directive.decl);
        if (func && func->body) error(placeOf(func, diags_.sources()), diag::NoescapeWithBody);
      }
    }
  for (const FuncDecl* func : package_.functions)
    if (!func->body && !package_.hasForeignCode && !package_.builtin &&
        !linknames.contains(func->name->name))
      error(placeOf(func, diags_.sources()), diag::MissingBody);
}

// //go:linkname local [symbol]
void Checker::checkLinkname(const Directive& directive, const File* file,
                            llvm::StringSet<>& linknames) {
  llvm::SmallVector<llvm::StringRef, 4> words;
  llvm::SplitString(directive.text, words);
  llvm::StringRef local = words[1];
  if (!importsPackage(file, "unsafe")) return error(directive.pos, diag::LinknameWithoutUnsafe);
  if (words.size() > 2 && words[2].contains('[') && words[2].contains(']'))
    return error(directive.pos, diag::LinknameOfInstance);
  const Object* object = package_.scope->lookup(local);
  if (!llvm::isa_and_nonnull<Func, Var>(object)) {
    if (parseGoVersion(package_.goVersion).atLeast(go1_18))
      error(directive.pos, diag::LinknameOfNothing);
  } else if (!linknames.insert(local).second) {
    error(directive.pos, diag::LinknameTwice, local);
  } else if (llvm::isa<Var>(object) && words.size() > 2 && !package_.standard &&
             isWithoutValue(directive.decl) && words[2].starts_with("runtime.")) {
    error(directive.pos, diag::NotSupportedYet, "//go:linkname of the variable " + words[2].str());
  }
}

// //go:embed pattern…
void Checker::checkEmbed(const Directive& directive, const File* file) {
  if (directive.target != On::Var) return error(directive.pos, diag::MisplacedEmbed);
  const auto* var = llvm::dyn_cast_or_null<VarDecl>(directive.decl);
  if (!importsPackage(file, "embed"))
    error(directive.pos, diag::EmbedWithoutImport);
  else if (directive.inFunc)
    error(directive.pos, diag::EmbedInFunc);
  else if (var && var->names.size() > 1)
    error(directive.pos, diag::EmbedSeveralVars);
  else if (var && !var->values.empty())
    error(directive.pos, diag::EmbedInitialized);
  else
    requireVersion(directive.pos, go1_16, "go:embed");
}

} // namespace minigo
