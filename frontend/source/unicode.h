// Which runes are letters and digits for Go (spec: Characters).
#pragma once

namespace minigo {

// Unicode categories Lu, Ll, Lt, Lm, Lo and the underscore.
bool isLetter(char32_t rune);
// Unicode category Nd.
bool isDigit(char32_t rune);

} // namespace minigo
