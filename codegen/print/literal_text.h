// Spelling of literals.
#pragma once

#include "codegen/cxx/expr.h"

#include <string>
#include <vector>

namespace minigo::print {

std::string intText(const cxx::IntLit* e);
std::string floatText(const cxx::FloatLit* e);
std::string charText(uint32_t codePoint);
// The literal as one or more quoted pieces, which C++ joins: long texts are split behind newlines.
std::vector<std::string> stringPieces(llvm::StringRef bytes);

} // namespace minigo::print
