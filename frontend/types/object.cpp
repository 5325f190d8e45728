#include "frontend/types/object.h"

#include "frontend/program.h"
#include "frontend/types/identical.h"
#include "frontend/types/method_set.h"

#include "llvm/Support/ConvertUTF.h"

#include <algorithm>
#include <iterator>

namespace minigo {

namespace {

struct UpperCaseRange {
  uint32_t first, last, step;
};
constexpr UpperCaseRange kUpperCase[] = {
#define UPPER(First, Last, Step) {First, Last, Step},
#include "frontend/types/upper_case.def"
};

bool isUpperCase(uint32_t rune) {
  const auto* range =
      std::lower_bound(std::begin(kUpperCase), std::end(kUpperCase), rune,
                       [](const UpperCaseRange& r, uint32_t x) { return r.last < x; });
  return range != std::end(kUpperCase) && rune >= range->first &&
         (rune - range->first) % range->step == 0;
}

} // namespace

// Spec, Exported identifiers: the first character is a Unicode upper case letter.
bool isExportedName(llvm::StringRef name) {
  if (name.empty()) return false;
  unsigned char first = static_cast<unsigned char>(name.front());
  if (first < 0x80) return first >= 'A' && first <= 'Z';
  const llvm::UTF8* at = reinterpret_cast<const llvm::UTF8*>(name.begin());
  const llvm::UTF8* end = reinterpret_cast<const llvm::UTF8*>(name.end());
  llvm::UTF32 rune = 0;
  return llvm::convertUTF8Sequence(&at, end, &rune, llvm::strictConversion) == llvm::conversionOK &&
         isUpperCase(rune);
}

bool Object::isExported() const { return isExportedName(name); }

std::string methodId(const Object* object) {
  if (object->isExported()) return object->name.str();
  llvm::StringRef path = "_";
  if (object->package && !object->package->path.empty()) path = object->package->path;
  return (path + "." + object->name).str();
}

} // namespace minigo
