#include "frontend/ast/expr_string.h"

#include "frontend/ast/stmt.h"
#include "frontend/ast/type_expr.h"

#include "llvm/Support/raw_ostream.h"

namespace minigo::ast {

namespace {

class ExprWriter {
public:
  explicit ExprWriter(llvm::raw_ostream& os) : os_(os) {}

  void expr(const Expr* e) {
    if (!e) return;
    switch (e->kind) {
    case Kind::Ident: os_ << llvm::cast<Ident>(e)->name; break;
    case Kind::BasicLit: os_ << llvm::cast<BasicLit>(e)->text; break;
    case Kind::CompositeLit: {
      const auto* lit = llvm::cast<CompositeLit>(e);
      expr(lit->typeExpr);
      os_ << (lit->elements.empty() ? "{}" : "{…}");
      break;
    }
    case Kind::KeyValueExpr:
      expr(llvm::cast<KeyValueExpr>(e)->key);
      os_ << ": ";
      expr(llvm::cast<KeyValueExpr>(e)->value);
      break;
    case Kind::FuncLit: {
      const auto* lit = llvm::cast<FuncLit>(e);
      expr(lit->signature);
      os_ << (lit->body && !lit->body->stmts.empty() ? " {…}" : " {}");
      break;
    }
    case Kind::ParenExpr: enclosed("(", llvm::cast<ParenExpr>(e)->inner, ")"); break;
    case Kind::SelectorExpr:
      expr(llvm::cast<SelectorExpr>(e)->x);
      os_ << '.';
      expr(llvm::cast<SelectorExpr>(e)->sel);
      break;
    case Kind::IndexExpr:
      expr(llvm::cast<IndexExpr>(e)->x);
      os_ << '[';
      list(llvm::cast<IndexExpr>(e)->indices);
      os_ << ']';
      break;
    case Kind::SliceExpr: slice(llvm::cast<SliceExpr>(e)); break;
    case Kind::TypeAssertExpr: {
      const auto* assertion = llvm::cast<TypeAssertExpr>(e);
      expr(assertion->x);
      os_ << ".(";
      assertion->typeExpr ? expr(assertion->typeExpr) : void(os_ << "type");
      os_ << ')';
      break;
    }
    case Kind::CallExpr: call(llvm::cast<CallExpr>(e)); break;
    case Kind::UnaryExpr:
      os_ << spelling(llvm::cast<UnaryExpr>(e)->op);
      expr(llvm::cast<UnaryExpr>(e)->x);
      break;
    case Kind::BinaryExpr: {
      const auto* binary = llvm::cast<BinaryExpr>(e);
      expr(binary->x);
      os_ << ' ' << spelling(binary->op) << ' ';
      expr(binary->y);
      break;
    }
    case Kind::BadExpr: os_ << "<bad expr>"; break;
    default: typeExpr(e); break;
    }
  }

private:
  void enclosed(llvm::StringRef open, const Expr* e, llvm::StringRef close) {
    os_ << open;
    expr(e);
    os_ << close;
  }

  void list(ExprList exprs) {
    for (size_t i = 0; i < exprs.size(); ++i) {
      if (i > 0) os_ << ", ";
      expr(exprs[i]);
    }
  }

  void slice(const SliceExpr* e) {
    expr(e->x);
    os_ << '[';
    expr(e->operands[0]);
    os_ << ':';
    expr(e->operands[1]);
    if (e->operands[2]) enclosed(":", e->operands[2], "");
    os_ << ']';
  }

  void call(const CallExpr* e) {
    expr(e->fun);
    os_ << '(';
    list(e->args);
    os_ << (e->hasDots ? "...)" : ")");
  }

  void typeExpr(const Expr* e) {
    switch (e->kind) {
    case Kind::ArrayTypeExpr: {
      const auto* array = llvm::cast<ArrayTypeExpr>(e);
      os_ << '[';
      array->length ? expr(array->length) : void(os_ << "...");
      enclosed("]", array->elem, "");
      break;
    }
    case Kind::SliceTypeExpr: enclosed("[]", llvm::cast<SliceTypeExpr>(e)->elem, ""); break;
    case Kind::StructTypeExpr: structType(llvm::cast<StructTypeExpr>(e)); break;
    case Kind::InterfaceTypeExpr: interfaceType(llvm::cast<InterfaceTypeExpr>(e)); break;
    case Kind::FuncTypeExpr:
      os_ << "func";
      signature(llvm::cast<FuncTypeExpr>(e));
      break;
    case Kind::MapTypeExpr:
      enclosed("map[", llvm::cast<MapTypeExpr>(e)->key, "]");
      expr(llvm::cast<MapTypeExpr>(e)->value);
      break;
    case Kind::ChanTypeExpr: channel(llvm::cast<ChanTypeExpr>(e)); break;
    case Kind::EllipsisExpr: enclosed("...", llvm::cast<EllipsisExpr>(e)->elem, ""); break;
    default: break;
    }
  }

  void channel(const ChanTypeExpr* e) {
    os_ << (e->dir == ChanDir::RecvOnly   ? "<-chan "
            : e->dir == ChanDir::SendOnly ? "chan<- "
                                          : "chan ");
    const auto* inner = llvm::dyn_cast_or_null<ChanTypeExpr>(e->elem);
    // chan (<-chan T) without parentheses would be (chan<- chan T).
    if (inner && inner->dir == ChanDir::RecvOnly)
      enclosed("(", inner, ")");
    else
      expr(e->elem);
  }

  // Names that share a type are printed in front of it together.
  void grouped(FieldList fields, llvm::StringRef separator) {
    for (size_t i = 0; i < fields.size(); ++i) {
      if (i > 0) os_ << separator;
      const Field* field = fields[i];
      while (field->name && i + 1 < fields.size() && fields[i + 1]->name &&
             fields[i + 1]->typeExpr == field->typeExpr) {
        os_ << field->name->name << ", ";
        field = fields[++i];
      }
      if (field->name) os_ << field->name->name << ' ';
      expr(field->typeExpr);
      if (field->tag) os_ << ' ' << field->tag->text;
    }
  }

  void structType(const StructTypeExpr* e) {
    os_ << "struct{";
    grouped(e->fields, "; ");
    os_ << '}';
  }

  void interfaceType(const InterfaceTypeExpr* e) {
    os_ << "interface{";
    for (size_t i = 0; i < e->elements.size(); ++i) {
      const Field* element = e->elements[i];
      os_ << (i > 0 ? "; " : "");
      if (element->name) os_ << element->name->name;
      const auto* method = llvm::dyn_cast_or_null<FuncTypeExpr>(element->typeExpr);
      element->name&& method ? signature(method) : expr(element->typeExpr);
    }
    os_ << '}';
  }

  void signature(const FuncTypeExpr* e) {
    parameters(e->params);
    if (!e->results.empty()) {
      os_ << ' ';
      if (e->results.size() == 1 && !e->results[0]->name)
        expr(e->results[0]->typeExpr);
      else
        parameters(e->results);
    }
  }

  void parameters(FieldList fields) {
    os_ << '(';
    grouped(fields, ", ");
    os_ << ')';
  }

  llvm::raw_ostream& os_;
};

} // namespace

std::string exprString(const Expr* expr) {
  std::string text;
  llvm::raw_string_ostream os(text);
  ExprWriter(os).expr(expr);
  return text;
}

} // namespace minigo::ast
