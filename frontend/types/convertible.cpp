// Conversions (spec: Conversions).
#include "frontend/types/assignable.h"
#include "frontend/types/identical.h"
#include "frontend/types/predicates.h"
#include "frontend/types/type_set.h"
#include "frontend/types/type_string.h"

#include "llvm/Support/ConvertUTF.h"

namespace minigo {

namespace {

bool isUnder(const Type* t, BasicKind kind) {
  const Basic* basic = asUnder<Basic>(t);
  return basic && basic->basic == kind;
}

// A slice to an array, or to a pointer to one, of the same element type.
bool sliceToArray(const Type* Vu, const Type* Tu) {
  const auto* slice = llvm::dyn_cast<Slice>(Vu);
  if (!slice) return false;
  const auto* array = llvm::dyn_cast<Array>(Tu);
  if (const auto* pointer = llvm::dyn_cast<Pointer>(Tu)) array = asUnder<Array>(pointer->elem);
  return array && identical(slice->elem, array->elem);
}

// Conversions between types that are no type parameters, beyond assignment.
bool convertibleByType(const Type* V, const Type* T) {
  const Type *Vu = underlying(V), *Tu = underlying(T);
  if (!isTypeParam(V) && !isTypeParam(T) && identicalIgnoreTags(Vu, Tu)) return true;
  const auto *Vptr = llvm::dyn_cast<Pointer>(V), *Tptr = llvm::dyn_cast<Pointer>(T);
  if (Vptr && Tptr && !isTypeParam(Vptr->elem) && !isTypeParam(Tptr->elem) &&
      identicalIgnoreTags(underlying(Vptr->elem), underlying(Tptr->elem)))
    return true;
  if ((isIntegerOrFloat(Vu) && isIntegerOrFloat(Tu)) || (isComplex(Vu) && isComplex(Tu)))
    return true;
  if (isString(Tu) && (isInteger(Vu) || isBytesOrRunes(Vu))) return true;
  if (isString(Vu) && isBytesOrRunes(Tu)) return true;
  auto addressLike = [](const Type* t) {
    return llvm::isa<Pointer>(t) || isUnder(t, BasicKind::Uintptr);
  };
  if ((addressLike(Vu) && isUnder(Tu, BasicKind::UnsafePointer)) ||
      (isUnder(Vu, BasicKind::UnsafePointer) && addressLike(Tu)))
    return true;
  return false;
}

class ConversionCheck {
public:
  ConversionCheck(TypeContext& context, const ValueInfo& x, const Type* T, std::string* cause)
      : context_(context), x_(x), T_(T), cause_(cause) {}

  bool run() {
    if (assignableTo(context_, x_, T_, cause_)) return true;
    const Type *V = unalias(x_.type), *T = unalias(T_);
    if (convertibleByType(V, T)) return true;
    if (sliceToArray(underlying(V), underlying(T))) {
      bool pointer = llvm::isa<Pointer>(underlying(T));
      int needed = pointer ? 17 : 20;
      if (context_.allows(needed)) return true;
      if (cause_)
        *cause_ = std::string("conversion of slice to array ") + (pointer ? "pointer " : "") +
                  "requires go1." + std::to_string(needed) + " or later";
      return false;
    }
    const auto *Vp = llvm::dyn_cast<TypeParam>(V), *Tp = llvm::dyn_cast<TypeParam>(T);
    if (Vp) return fromEachOf(Vp, Tp);
    return Tp && forEachTerm(typeSetOf(Tp), [&](const Term* term) {
             return term && (convert(x_.type, term->type) ||
                             explain(text(x_.type) + " to type " + text(term->type) + " (in " +
                                     text(Tp) + ")"));
           });
  }

private:
  std::string text(const Type* t) { return typeString(context_, t); }

  bool convert(const Type* from, const Type* to) {
    ValueInfo x = x_;
    x.type = from;
    return ConversionCheck(context_, x, to, cause_).run();
  }

  bool explain(const std::string& what) {
    if (cause_) *cause_ = "cannot convert " + what + (cause_->empty() ? "" : "\n\t" + *cause_);
    return false;
  }

  bool fromEachOf(const TypeParam* Vp, const TypeParam* Tp) {
    return forEachTerm(typeSetOf(Vp), [&](const Term* from) {
      if (!from) return false;
      std::string start = text(from->type) + " (in " + text(Vp) + ") to type ";
      if (!Tp) return convert(from->type, T_) || explain(start + text(T_));
      return forEachTerm(typeSetOf(Tp), [&](const Term* to) {
        return to && (convert(from->type, to->type) ||
                      explain(start + text(to->type) + " (in " + text(Tp) + ")"));
      });
    });
  }

  TypeContext& context_;
  const ValueInfo& x_;
  const Type* T_;
  std::string* cause_;
};

} // namespace

bool convertibleTo(TypeContext& context, const ValueInfo& x, const Type* T, std::string* cause) {
  return ConversionCheck(context, x, T, cause).run();
}

bool convertConstant(TypeContext& context, const Constant* x, const Type* from, const Type* T,
                     const Constant** result) {
  const Basic* basic = asUnder<Basic>(T);
  if (!basic) return false;
  const Constant* value = x;
  if (context.constants.representable(x, basic, &value)) {
    *result = value;
    return true;
  }
  *result = value;
  if (!isInteger(from) || !isString(basic)) return false;
  // string(i) is the UTF-8 form of code point i, U+FFFD if it is none.
  std::optional<uint64_t> i = x->uint64Value();
  uint32_t rune =
      i && *i <= 0x10FFFF && !(*i >= 0xD800 && *i < 0xE000) ? static_cast<uint32_t>(*i) : 0xFFFD;
  char buffer[UNI_MAX_UTF8_BYTES_PER_CODE_POINT];
  char* end = buffer;
  llvm::ConvertCodePointToUTF8(rune, end);
  *result = context.constants.fromString(llvm::StringRef(buffer, end - buffer));
  return true;
}

} // namespace minigo
