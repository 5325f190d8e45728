// Functions of package unsafe (spec: Package unsafe).
#include "frontend/check/checker.h"

#include "frontend/types/sizes.h"

namespace minigo {

using namespace ast;

bool Checker::unsafeCall(Operand& x, CallExpr* e, BuiltinId id, OperandList& args) {
  switch (id) {
  case BuiltinId::UnsafeAdd: return unsafeAdd(x, e, args);
  case BuiltinId::UnsafeAlignof:
  case BuiltinId::UnsafeSizeof: return unsafeSize(x, e, id);
  case BuiltinId::UnsafeOffsetof: return unsafeOffsetof(x, e);
  case BuiltinId::UnsafeSlice: return unsafeSlice(x, e, args);
  case BuiltinId::UnsafeSliceData: return unsafeSliceData(x, e);
  case BuiltinId::UnsafeString: return unsafeString(x, e, args);
  case BuiltinId::UnsafeStringData: return unsafeStringData(x, e);
  default: return false;
  }
}

bool Checker::unsafeAdd(Operand& x, CallExpr* e, OperandList& args) {
  requireVersion(e->fun, go1_17, "unsafe.Add");
  const Type* pointer = basicType(BasicKind::UnsafePointer);
  assignment(x, pointer, "argument to unsafe.Add");
  if (x.isInvalid() || !isValidIndex(args[1], "length", true)) return false;
  x.setValue(pointer);
  return true;
}

bool Checker::unsafeSize(Operand& x, CallExpr*, BuiltinId id) {
  bool isSize = id == BuiltinId::UnsafeSizeof;
  assignment(x, nullptr, isSize ? "argument to unsafe.Sizeof" : "argument to unsafe.Alignof");
  if (x.isInvalid()) return false;
  if (hasConstantSize(x.type)) {
    int64_t size = isSize ? sizeOf(x.type) : alignOf(x.type);
    if (size < 0) {
      error(x, diag::TypeTooLarge, x);
      return false;
    }
    x.mode = Mode::Constant;
    x.value = constants().fromInt64(size);
  } else {
    x.mode = Mode::Value;
  }
  x.type = basicType(BasicKind::Uintptr);
  return true;
}

// Offset of the field that a path of field indices leads to; -1 if too large.
static int64_t offsetOf(const Type* t, llvm::ArrayRef<uint32_t> path) {
  int64_t offset = 0;
  for (uint32_t i : path) {
    auto* s = asUnder<Struct>(t);
    int64_t field = fieldOffsets(s)[i];
    if (field < 0 || offset < 0) return -1;
    offset += field;
    t = s->fields[i]->type;
  }
  return offset;
}

bool Checker::unsafeOffsetof(Operand& x, CallExpr* e) {
  Expr* arg = e->args.front();
  auto* selector = llvm::dyn_cast<SelectorExpr>(unparen(arg));
  if (!selector) {
    error(arg, diag::OffsetofNotSelector, arg);
    use(arg);
    return false;
  }
  expr(x, selector->x);
  if (x.isInvalid()) return false;
  const Type* base = derefStructPtr(x.type);
  llvm::StringRef name = selector->sel->name;
  LookupResult found = lookupFieldOrMethod(types_, base, false, &package_, name);
  if (found.pointerReceiver || llvm::isa_and_nonnull<Func>(found.object)) {
    error(arg, diag::OffsetofMethod, arg);
    return false;
  }
  if (!found.object) {
    error(x, diag::OffsetofNoField, base, name);
    return false;
  }
  if (found.indirect) {
    error(x, diag::OffsetofThroughPointer, name, base);
    return false;
  }
  recordSelection(selector, SelectionKind::Field, base, found);
  recordValue(selector, x.mode == Mode::Variable ? Mode::Variable : Mode::Value,
              found.object->type);
  if (hasConstantSize(base)) {
    int64_t offset = offsetOf(base, found.path);
    if (offset < 0) {
      error(x, diag::TypeTooLarge, x);
      return false;
    }
    x.mode = Mode::Constant;
    x.value = constants().fromInt64(offset);
  } else {
    x.mode = Mode::Value;
  }
  x.type = basicType(BasicKind::Uintptr);
  return true;
}

bool Checker::unsafeSlice(Operand& x, CallExpr* e, OperandList& args) {
  requireVersion(e->fun, go1_17, "unsafe.Slice");
  auto* p = llvm::dyn_cast_or_null<Pointer>(commonUnder(x.type));
  if (!p) {
    error(x, diag::UnsafeNotPointer, x);
    return false;
  }
  if (!isValidIndex(args[1], "length", false)) return false;
  x.setValue(types_.sliceOf(p->elem));
  return true;
}

bool Checker::unsafeSliceData(Operand& x, CallExpr* e) {
  requireVersion(e->fun, go1_20, "unsafe.SliceData");
  auto* s = llvm::dyn_cast_or_null<Slice>(commonUnder(x.type));
  if (!s) {
    error(x, diag::UnsafeNotSlice, x);
    return false;
  }
  x.setValue(types_.pointerTo(s->elem));
  return true;
}

bool Checker::unsafeString(Operand& x, CallExpr* e, OperandList& args) {
  requireVersion(e->fun, go1_20, "unsafe.String");
  assignment(x, types_.pointerTo(universe().byteType), "argument to unsafe.String");
  if (x.isInvalid() || !isValidIndex(args[1], "length", false)) return false;
  x.setValue(basicType(BasicKind::String));
  return true;
}

bool Checker::unsafeStringData(Operand& x, CallExpr* e) {
  requireVersion(e->fun, go1_20, "unsafe.StringData");
  assignment(x, basicType(BasicKind::String), "argument to unsafe.StringData");
  if (x.isInvalid()) return false;
  x.setValue(types_.pointerTo(universe().byteType));
  return true;
}

} // namespace minigo
