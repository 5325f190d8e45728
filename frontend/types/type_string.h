// Spelling of types and objects in messages, as gc spells them.
#pragma once

#include "frontend/types/type_context.h"

#include "llvm/Support/raw_ostream.h"

#include <string>

namespace minigo {

// Which package a name is seen from: names of `current` stand alone, others get their package's
// name, or its quoted path where two packages that current depends on share the name.
struct Qualifier {
  const Package* current = nullptr;
  const SourceManager* sources = nullptr; // for the place of type parameters with predeclared names
  bool fullPaths = false;                 // with package paths, whatever is current
  std::string operator()(const Package* package) const; // "" or "fmt"
};

std::string typeString(const Type* type, Qualifier qualifier = {});
inline std::string typeString(const TypeContext& context, const Type* type) {
  return typeString(type, Qualifier{context.package, &context.sources});
}
void writeType(llvm::raw_ostream& os, const Type* type, Qualifier qualifier = {});
// "(a int, b string) error": parameters and results, without `func`.
void writeSignature(llvm::raw_ostream& os, const Signature* signature, Qualifier qualifier = {});
// "(int, string)".
std::string tupleString(const Tuple* tuple, bool variadic = false, Qualifier qualifier = {});
// "M(int) string": a method in the explanation of a mismatch. packageInfo: with full paths and the
// package of the first unexported field of a struct, where the short forms do not differ.
std::string methodString(const Func* method, Qualifier qualifier, bool packageInfo = false);
// "[P any, Q interface{m()}]".
std::string typeParamListString(llvm::ArrayRef<TypeParam*> list, Qualifier qualifier = {});
// "var x int", "func f(int)", "type T struct{...}" as gc prints an object.
std::string objectString(const Object* object, Qualifier qualifier = {});
// "array", "slice", "struct"…; empty for basic types.
llvm::StringRef compositeKind(const Type* type);

} // namespace minigo
