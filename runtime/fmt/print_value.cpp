// Operands and the values inside them, by kind.
#include "runtime/fmt/map_order.h"
#include "runtime/fmt/printer.h"

namespace mg::fmt {

namespace {

const void* addressOf(const Value& value) { return value.as<const void*>(); }

bool isBytes(const Type* type) {
  return (type->kind == Kind::Slice || type->kind == Kind::Array) &&
         type->elem->kind == Kind::Uint8;
}

// []byte itself, for which %v with Go syntax says "[]byte" and not "[]uint8".
bool isByteSlice(const Type* type) {
  return type->kind == Kind::Slice && !(type->flags & kNamed) && type->elem == &type_uint8;
}

} // namespace

void Printer::badVerb(Any arg, Rune verb) {
  badVerb(arg.type ? Value{arg.type, valueOf(arg.type, &arg.data)} : Value{}, verb);
}

// %!verb(type=value)
void Printer::badVerb(const Value& value, Rune verb) {
  erroring_ = true;
  Text& out = text();
  out.add("%!"_s);
  out.addRune(verb);
  out.addByte('(');
  if (value.type) {
    out.add(value.type->name);
    out.addByte('=');
    printValue(value, 'v', 0);
  } else {
    out.add("<nil>"_s);
  }
  out.addByte(')');
  erroring_ = false;
}

namespace {

// A reflect.Value, as packages/reflect/value.go declares it.
struct Reflected {
  const Type* type;
  void* at;
  Uint8 flags;
};
constexpr Uint8 kReadOnly = 2; // reached through an unexported field

bool isReflected(const Type* type) {
  return type->kind == Kind::Struct && type->name == "reflect.Value"_s &&
         type->pkgPath == "reflect"_s;
}

} // namespace

// Instead of a reflect.Value, what it holds is printed.
void Printer::printReflected(Any arg, Rune verb) {
  const auto* held = static_cast<const Reflected*>(arg.data);
  const Value value{held->type, held->at, !(held->flags & kReadOnly)};
  if (value.type && value.exported) {
    const Value inner = value.kind() == Kind::Interface ? elemOfIface(value) : value;
    if (inner.type && inner.type->methodCount && handleMethods(toAny(inner), verb)) return;
  }
  printValue(value, verb, 0);
}

void Printer::printArg(Any arg, Rune verb) {
  if (!arg.type) {
    if (verb == 'T' || verb == 'v')
      format_.pad("<nil>"_s);
    else
      badVerb(Value{}, verb);
    return;
  }
  Value value{arg.type, valueOf(arg.type, &arg.data)};
  if (verb == 'T') return format_.addString(arg.type->name);
  if (verb == 'p') return printAddress(value, 'p');
  if (isReflected(arg.type)) return printReflected(arg, verb);
  if (isByteSlice(arg.type)) {
    if (printBytes(value, verb, "[]byte"_s, true)) return;
  } else if ((arg.type->methodCount || verb == 'w') && handleMethods(arg, verb)) {
    return;
  }
  printValue(value, verb, 0);
}

void Printer::printValue(const Value& value, Rune verb, Int depth) {
  if (depth > 0 && value.type && value.exported && (value.type->methodCount || verb == 'w') &&
      handleMethods(toAny(value), verb))
    return;
  switch (value.kind()) {
  case Kind::Invalid:
    if (depth == 0)
      text().add("<invalid reflect.Value>"_s);
    else if (verb == 'v')
      text().add("<nil>"_s);
    else
      badVerb(value, verb);
    return;
  case Kind::Bool: return printBool(value, verb);
  case Kind::Float32:
  case Kind::Float64: return printFloat(floatOf(value), int(value.type->size) * 8, value, verb);
  case Kind::Complex64:
  case Kind::Complex128: return printComplex(value, verb);
  case Kind::String: return printString(value.as<String>(), value, verb);
  case Kind::Map: return printMap(value, verb, depth);
  case Kind::Struct: return printStruct(value, verb, depth);
  case Kind::Interface: return printIface(value, verb, depth);
  case Kind::Array:
  case Kind::Slice: return printElements(value, verb, depth);
  case Kind::Pointer: return printPointer(value, verb, depth);
  case Kind::Chan:
  case Kind::Func:
  case Kind::UnsafePointer: return printAddress(value, verb);
  default: return printInteger(value, verb);
  }
}

void Printer::separator(Int index) {
  if (index) text().add(format_.flags.sharpV ? ", "_s : " "_s);
}

void Printer::printMap(const Value& value, Rune verb, Int depth) {
  bool goSyntax = format_.flags.sharpV;
  if (goSyntax) {
    text().add(value.type->name);
    if (!addressOf(value)) return text().add("(nil)"_s);
    text().addByte('{');
  } else {
    text().add("map["_s);
  }
  SortedMap entries(value);
  for (Int i = 0; i < entries.count(); ++i) {
    separator(i);
    printValue(entries.key(i), verb, depth + 1);
    text().addByte(':');
    printValue(entries.elem(i), verb, depth + 1);
  }
  text().addByte(goSyntax ? '}' : ']');
}

void Printer::printStruct(const Value& value, Rune verb, Int depth) {
  if (format_.flags.sharpV) text().add(value.type->name);
  text().addByte('{');
  for (Int i = 0; i < value.type->fieldCount; ++i) {
    separator(i);
    if (format_.flags.plusV || format_.flags.sharpV) {
      text().add(value.type->fields[i].name);
      text().addByte(':');
    }
    Value member = field(value, i);
    if (member.kind() == Kind::Interface)
      if (Value inner = elemOfIface(member); inner.type) member = inner;
    printValue(member, verb, depth + 1);
  }
  text().addByte('}');
}

void Printer::printIface(const Value& value, Rune verb, Int depth) {
  Value inner = elemOfIface(value);
  if (inner.type) return printValue(inner, verb, depth + 1);
  if (format_.flags.sharpV) {
    text().add(value.type->name);
    text().add("(nil)"_s);
  } else {
    text().add("<nil>"_s);
  }
}

void Printer::printElements(const Value& value, Rune verb, Int depth) {
  if (isBytes(value.type) && (verb == 's' || verb == 'q' || verb == 'x' || verb == 'X')) {
    printBytes(value, verb, value.type->name, false);
    return;
  }
  bool goSyntax = format_.flags.sharpV;
  if (goSyntax) {
    text().add(value.type->name);
    if (value.kind() == Kind::Slice && !addressOf(value)) return text().add("(nil)"_s);
  }
  text().addByte(goSyntax ? '{' : '[');
  Elements items = elements(value);
  for (Int i = 0; i < items.count; ++i) {
    separator(i);
    printValue(items.at(i), verb, depth + 1);
  }
  text().addByte(goSyntax ? '}' : ']');
}

// A pointer to a composite value shows the value, but only at the top: there may be cycles below.
void Printer::printPointer(const Value& value, Rune verb, Int depth) {
  const void* address = addressOf(value);
  Kind kind = value.type->elem->kind;
  bool composite =
      kind == Kind::Array || kind == Kind::Slice || kind == Kind::Struct || kind == Kind::Map;
  if (depth > 0 || !address || !composite) return printAddress(value, verb);
  text().addByte('&');
  printValue({value.type->elem, address, value.exported}, verb, depth + 1);
}

void Printer::printAddress(const Value& value, Rune verb) {
  switch (value.kind()) {
  case Kind::Chan:
  case Kind::Func:
  case Kind::Map:
  case Kind::Pointer:
  case Kind::Slice:
  case Kind::UnsafePointer: break;
  default: return badVerb(value, verb);
  }
  auto address = Uint64(addressOf(value));
  switch (verb) {
  case 'v':
    if (format_.flags.sharpV) {
      text().addByte('(');
      text().add(value.type->name);
      text().add(")("_s);
      if (address)
        printHex(address, true);
      else
        text().add("nil"_s);
      text().addByte(')');
    } else if (!address) {
      format_.pad("<nil>"_s);
    } else {
      printHex(address, !format_.flags.sharp);
    }
    return;
  case 'p': return printHex(address, !format_.flags.sharp);
  case 'b':
  case 'o':
  case 'd':
  case 'x':
  case 'X': return printIntegerAs(address, false, value, verb);
  default: return badVerb(value, verb);
  }
}

} // namespace mg::fmt
