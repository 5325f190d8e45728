// Struct types (spec: Struct types).
#include "frontend/check/checker.h"

namespace minigo {

using namespace ast;

// The name of an embedded field: that of its type.
static Ident* embeddedName(Expr* e) {
  for (bool star = false;;) {
    if (auto* name = llvm::dyn_cast<Ident>(e)) return name;
    if (auto* selector = llvm::dyn_cast<SelectorExpr>(e)) return selector->sel;
    if (auto* index = llvm::dyn_cast<IndexExpr>(e)) {
      e = index->x;
      continue;
    }
    auto* unary = llvm::dyn_cast<UnaryExpr>(e);
    if (star || !unary || unary->op != Op::Mul) return nullptr;
    star = true;
    e = unary->x;
  }
}

const Type* Checker::structType(StructTypeExpr* e) {
  Struct* s = arena().make<Struct>();
  llvm::SmallVector<Var*, 8> fields;
  llvm::SmallVector<llvm::StringRef, 8> tags;
  llvm::SmallDenseMap<llvm::StringRef, Var*, 8> seen;
  const Expr* previous = nullptr;
  const Type* t = nullptr;
  bool tagged = false;
  for (Field* f : e->fields) {
    if (f->typeExpr != previous) t = varType(f->typeExpr);
    previous = f->typeExpr;
    Ident* name = f->name ? f->name : embeddedName(f->typeExpr);
    SourcePos pos = name ? name->pos : startPos(f->typeExpr);
    if (!name) error(f->typeExpr, diag::InvalidEmbeddedField, f->typeExpr);
    llvm::StringRef fieldName = name ? name->name : "_";
    Var* v = types_.newVar(VarKind::Field, pos, &package_, fieldName, name ? t : invalidType());
    v->embedded = !f->name;
    if (fieldName != "_") {
      auto [it, isNew] = seen.try_emplace(fieldName, v);
      if (!isNew) {
        error(pos, diag::DuplicateField, fieldName, otherDeclaration(it->second));
        if (v->embedded) embeddedField(startPos(f->typeExpr), t);
        continue;
      }
    }
    if (f->name) f->name->object = v; // an embedded field's name denotes its type
    fields.push_back(v);
    std::optional<std::string> tag = f->tag ? unquote(f->tag->text) : std::nullopt;
    tagged |= tag && !tag->empty();
    tags.push_back(tag ? arena().intern(*tag) : "");
    if (v->embedded && name) embeddedField(startPos(f->typeExpr), t);
  }
  s->fields = arena().copy<Var*>(fields);
  if (tagged) s->tags = arena().copy<llvm::StringRef>(tags);
  return s;
}

void Checker::embeddedField(SourcePos pos, const Type* t) {
  later([this, pos, t] {
    auto [base, isPointer] = deref(t);
    const Type* under = underlying(base);
    if (auto* basic = llvm::dyn_cast_or_null<Basic>(under)) {
      if (basic->basic == BasicKind::UnsafePointer) error(pos, diag::EmbeddedUnsafePointer);
    } else if (llvm::isa_and_nonnull<Pointer>(under)) {
      error(pos, diag::EmbeddedPointer);
    } else if (isTypeParam(base)) {
      error(pos, diag::EmbeddedTypeParam);
    } else if (llvm::isa_and_nonnull<Interface>(under) && isPointer) {
      error(pos, diag::EmbeddedPointerToInterface);
    }
  });
}

} // namespace minigo
