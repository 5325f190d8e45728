#include "codegen/print/printer.h"

namespace minigo::print {

using namespace cxx;
using llvm::ArrayRef;
using llvm::StringRef;

std::string commaList(ArrayRef<std::string> parts) {
  std::string text;
  for (const std::string& part : parts) {
    if (!text.empty()) text += ", ";
    text += part;
  }
  return text;
}

std::string Printer::qualifiedText(const QualifiedName& name, ArrayRef<TemplateArg> args) {
  std::string text = name.global ? "::" : "";
  for (size_t i = 0; i < name.parts.size(); ++i) {
    if (i) text += "::";
    text += name.parts[i].text();
  }
  if (args.empty()) return text;
  std::vector<std::string> parts;
  for (const TemplateArg& arg : args) {
    if (arg.type) {
      parts.push_back(typeText(arg.type));
      continue;
    }
    Tokens t;
    operand(t, arg.value, Precedence::Additive); // `>` would end the list
    parts.push_back(t.layOut(0, 0));
  }
  return text + "<" + commaList(parts) + ">";
}

std::string Printer::params(ArrayRef<Param> params) {
  std::vector<std::string> parts;
  for (const Param& param : params)
    parts.push_back(declarator(param.type, param.name.text()));
  return commaList(parts);
}

// The name goes inside out: a pointer's star sticks to it, an array's length and a function's
// parameters follow it, and a pointer to one of these needs parentheses.
std::string Printer::declarator(const Type* type, StringRef name) {
  auto spaced = [&](std::string text) { return name.empty() ? text : text + " " + name.str(); };
  switch (type->kind) {
  case Kind::NamedType: {
    const auto* t = llvm::cast<NamedType>(type);
    return spaced(qualifiedText(t->name, t->args));
  }
  case Kind::AutoType: return spaced("auto");
  case Kind::PointerType:
  case Kind::ReferenceType: {
    bool pointer = type->kind == Kind::PointerType;
    const Type* elem =
        pointer ? llvm::cast<PointerType>(type)->elem : llvm::cast<ReferenceType>(type)->elem;
    std::string mark = pointer ? "*" : "&";
    if (llvm::isa<FunctionType, ArrayType>(elem))
      return declarator(elem, "(" + mark + name.str() + ")");
    return spaced(declarator(elem, "") + mark);
  }
  case Kind::ConstType: {
    const Type* elem = llvm::cast<ConstType>(type)->elem;
    // `const` of a pointer stands behind the star.
    if (llvm::isa<PointerType>(elem)) return spaced(declarator(elem, "") + " const");
    return "const " + declarator(elem, name);
  }
  case Kind::FunctionType: {
    const auto* t = llvm::cast<FunctionType>(type);
    std::vector<std::string> parts;
    for (const Type* param : t->params)
      parts.push_back(declarator(param, ""));
    std::string result = declarator(t->result, "");
    return result + (name.empty() ? "(" : " " + name.str() + "(") + commaList(parts) + ")";
  }
  case Kind::ArrayType: {
    const auto* t = llvm::cast<ArrayType>(type);
    std::string length;
    if (t->length) {
      Tokens tokens;
      expr(tokens, t->length);
      length = tokens.layOut(0, 0);
    }
    return declarator(t->elem, name.str() + "[" + length + "]");
  }
  default: break;
  }
  llvm_unreachable("not a type");
}

std::string Printer::typeText(const Type* type) { return declarator(type, ""); }

std::string printType(const Type* type) { return Printer(PrintOptions()).typeText(type); }

} // namespace minigo::print
