// Declarations of the C++ tree. Declaration and definition of one thing come from one record: a
// Function, Variable or Struct is its definition, and a Declaration that points to it prints its
// declaration.
#pragma once

#include "codegen/cxx/stmt.h"

namespace minigo::cxx {

struct Decl : Node {
  SourcePos pos;           // where it came from; may be invalid
  llvm::StringRef comment; // one or more lines printed above as // comments; may be empty

  static bool classof(const Node* n) {
    return n->kind >= Kind::Function && n->kind <= Kind::MacroDecl;
  }

protected:
  using Node::Node;
};

// A function; without a body it is declared only (implemented by the runtime).
struct Function : Decl {
  Type* result;
  Name name;
  llvm::ArrayRef<Param> params;
  BlockStmt* body; // or null
  uint16_t specifiers;
  SourcePos end; // where the body ends, for #line; may be invalid
  // What the line that begins it is a part of, for #line: there the C++ compiler puts calls that it
  // makes up, of parts that it splits off. May be empty.
  llvm::StringRef owner;

  Function(Type* result, Name name, llvm::ArrayRef<Param> params, BlockStmt* body,
           uint16_t specifiers)
      : Decl(Kind::Function), result(result), name(name), params(params), body(body),
        specifiers(specifiers) {}
  static bool classof(const Node* n) { return n->kind == Kind::Function; }
};

// A variable at namespace level. init may be null.
struct Variable : Decl {
  Type* type;
  Name name;
  Expr* init;
  InitStyle style;
  uint16_t specifiers;

  Variable(Type* type, Name name, Expr* init, InitStyle style, uint16_t specifiers)
      : Decl(Kind::Variable), type(type), name(name), init(init), style(style),
        specifiers(specifiers) {}
  static bool classof(const Node* n) { return n->kind == Kind::Variable; }
};

struct StructField {
  Type* type;
  Name name;
  Expr* init = nullptr; // default member initializer: `= init`, or `{}` for an empty InitList
  llvm::StringRef comment = {}; // as of a Decl
};

// How operator== of a struct is declared.
enum class Equality : uint8_t {
  None,
  Default,  // bool operator==(const S&) const = default;
  Explicit, // compares the fields of `equalFields`
};

struct Struct : Decl {
  Name name;
  Type* base; // or null
  llvm::ArrayRef<StructField> fields;
  Equality equality = Equality::None;
  llvm::ArrayRef<Name> equalFields;
  Type* self = nullptr; // as operator== spells it: a field may hide the plain name
  Type* convertsFrom =
      nullptr; // base's own type: adds S() = default; S(mg::Nil) {}; S(Base b) : Base(b) {}

  Struct(Name name, Type* base, llvm::ArrayRef<StructField> fields)
      : Decl(Kind::Struct), name(name), base(base), fields(fields) {}
  static bool classof(const Node* n) { return n->kind == Kind::Struct; }
};

// using name = type;
struct UsingDecl : Decl {
  Name name;
  Type* type;

  UsingDecl(Name name, Type* type) : Decl(Kind::UsingDecl), name(name), type(type) {}
  static bool classof(const Node* n) { return n->kind == Kind::UsingDecl; }
};

// The declaration of a Function (prototype), Variable (extern) or Struct (struct S;).
struct Declaration : Decl {
  Decl* of;

  explicit Declaration(Decl* of) : Decl(Kind::Declaration), of(of) {}
  static bool classof(const Node* n) { return n->kind == Kind::Declaration; }
};

// template <> inline constexpr bool name<type> = value;
struct TraitDecl : Decl {
  QualifiedName name;
  Type* type;
  bool value;

  TraitDecl(QualifiedName name, Type* type, bool value)
      : Decl(Kind::TraitDecl), name(name), type(type), value(value) {}
  static bool classof(const Node* n) { return n->kind == Kind::TraitDecl; }
};

// Declarations that several headers may hold: #ifndef guard / #define guard / … / #endif.
struct GuardedDecl : Decl {
  Name guard;
  llvm::ArrayRef<Decl*> decls;

  GuardedDecl(Name guard, llvm::ArrayRef<Decl*> decls)
      : Decl(Kind::GuardedDecl), guard(guard), decls(decls) {}
  static bool classof(const Node* n) { return n->kind == Kind::GuardedDecl; }
};

// macro(args…); at namespace level.
struct MacroDecl : Decl {
  CallExpr* call;

  explicit MacroDecl(CallExpr* call) : Decl(Kind::MacroDecl), call(call) {}
  static bool classof(const Node* n) { return n->kind == Kind::MacroDecl; }
};

} // namespace minigo::cxx
