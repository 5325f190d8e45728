// Characters and tokens: all that is known of a file before its syntax.
#pragma once

#include "frontend/parse/error_list.h"
#include "frontend/source/source_file.h"
#include "grammar/parse_tree.h"

namespace minigo::parse {

// Fills `tree` with the tokens of `source`, and source's table of lines and `//line` directives.
// Reports characters, comments and literals that are wrong; tokens of wrong literals are marked
// broken. Bodies of functions with a summary are left out (parse.h).
void scanSource(SourceFile& source, grammar::ParseTree& tree, ErrorList& errors);
void scanSource(SourceFile& source, grammar::ParseTree& tree, ErrorList& errors,
                llvm::ArrayRef<std::string> summaries);
// Stops behind the imports.
void scanImports(SourceFile& source, grammar::ParseTree& tree, ErrorList& errors);

// Reports what is wrong with a literal (literals.cpp). True if nothing is.
bool checkLiteral(const grammar::Node& token, llvm::StringRef text, SourcePos pos,
                  ErrorList& errors);

// U+0040, with at least four digits.
std::string codePointForMessage(char32_t rune);

// A rune as gc prints it in messages: U+0040 '@'.
std::string runeForMessage(char32_t rune);

} // namespace minigo::parse
