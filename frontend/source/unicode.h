// Which runes are letters and digits for Go (spec: Characters), and what that makes of names.
#pragma once

#include "llvm/ADT/StringRef.h"

namespace minigo {

// Unicode categories Lu, Ll, Lt, Lm, Lo and the underscore.
bool isLetter(char32_t rune);
// Unicode category Nd.
bool isDigit(char32_t rune);

// Letters and digits that begin with a letter. The scanner lets others pass, behind an error.
bool isIdentifier(llvm::StringRef name);
// The same but for upper and lower case, by the simple folding of Unicode.
bool equalFold(llvm::StringRef a, llvm::StringRef b);
// Without its first rune.
llvm::StringRef withoutFirstRune(llvm::StringRef name);

} // namespace minigo
