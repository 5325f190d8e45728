// Declared things: what identifiers denote.
#pragma once

#include "frontend/ast/decl.h"
#include "frontend/types/type.h"

namespace minigo {

class Package;

enum class ObjectKind : uint8_t { PkgName, Const, TypeName, Var, Func, Label, Builtin, Nil };

class Object {
public:
  const ObjectKind kind;
  SourcePos pos; // of the declaring identifier; invalid for predeclared objects
  llvm::StringRef name;
  Package* package = nullptr; // null for predeclared objects
  const Type* type = nullptr; // null until known
  Scope* parent = nullptr;    // scope of the declaration; null for fields and methods
  SourcePos scopePos;         // local objects are visible from here on
  uint32_t order = 0;         // package-level: order of declaration, from 1

  bool isExported() const;

protected:
  Object(ObjectKind kind, SourcePos pos, Package* package, llvm::StringRef name, const Type* type)
      : kind(kind), pos(pos), name(name), package(package), type(type) {}
};

class PkgName : public Object {
public:
  Package* imported;
  bool used = false;
  const ast::ImportDecl* decl = nullptr;

  PkgName(SourcePos pos, Package* package, llvm::StringRef name, Package* imported)
      : Object(ObjectKind::PkgName, pos, package, name, nullptr), imported(imported) {}
  static bool classof(const Object* o) { return o->kind == ObjectKind::PkgName; }
};

class Const : public Object {
public:
  const Constant* value = nullptr;

  Const(SourcePos pos, Package* package, llvm::StringRef name, const Type* type)
      : Object(ObjectKind::Const, pos, package, name, type) {}
  static bool classof(const Object* o) { return o->kind == ObjectKind::Const; }
};

class TypeName : public Object {
public:
  bool isAlias = false;
  const ast::TypeDecl* decl = nullptr;
  Func* enclosing = nullptr; // of a type declared inside a function, else null

  TypeName(SourcePos pos, Package* package, llvm::StringRef name, const Type* type)
      : Object(ObjectKind::TypeName, pos, package, name, type) {}
  static bool classof(const Object* o) { return o->kind == ObjectKind::TypeName; }
};

enum class VarKind : uint8_t { Package, Local, Param, Result, Receiver, Field };

class Var : public Object {
public:
  VarKind varKind;
  bool embedded = false; // Field only
  bool used = false;
  // Facts for code generation, complete after checking (locals, params, results, receivers):
  bool captured = false;     // used by a function literal other than the one that declares it
  bool reassigned = false;   // assigned to after its declaration, anywhere
  bool addressTaken = false; // operand of &, explicit or implied (method call with pointer
                             // receiver, slicing an array)
  const ast::Node* function =
      nullptr; // FuncDecl or FuncLit whose body declares it; null at package level

  Var(VarKind varKind, SourcePos pos, Package* package, llvm::StringRef name, const Type* type)
      : Object(ObjectKind::Var, pos, package, name, type), varKind(varKind) {}
  static bool classof(const Object* o) { return o->kind == ObjectKind::Var; }
};

class Func : public Object {
public:
  const ast::FuncDecl* decl = nullptr; // null for interface methods
  Func* origin = nullptr;              // of a method of an instance: that of the generic type
  bool pointerReceiver = false;

  Func(SourcePos pos, Package* package, llvm::StringRef name, const Signature* type)
      : Object(ObjectKind::Func, pos, package, name, type) {}
  const Signature* signature() const { return llvm::cast_or_null<Signature>(type); }
  static bool classof(const Object* o) { return o->kind == ObjectKind::Func; }
};

class Label : public Object {
public:
  ast::LabeledStmt* stmt;
  bool used = false;

  Label(SourcePos pos, Package* package, llvm::StringRef name, ast::LabeledStmt* stmt)
      : Object(ObjectKind::Label, pos, package, name, nullptr), stmt(stmt) {}
  static bool classof(const Object* o) { return o->kind == ObjectKind::Label; }
};

enum class BuiltinId : uint8_t {
#define BUILTIN(Name, Spelling, MinArgs, Variadic, StatementOk) Name,
#include "frontend/types/builtins.def"
};

class Builtin : public Object {
public:
  BuiltinId id;

  Builtin(BuiltinId id, llvm::StringRef name)
      : Object(ObjectKind::Builtin, SourcePos(), nullptr, name, nullptr), id(id) {}
  static bool classof(const Object* o) { return o->kind == ObjectKind::Builtin; }
};

class Nil : public Object {
public:
  Nil() : Object(ObjectKind::Nil, SourcePos(), nullptr, "nil", nullptr) {}
  static bool classof(const Object* o) { return o->kind == ObjectKind::Nil; }
};

} // namespace minigo
