#include "runtime/strconv/powers_of_ten.h"

namespace mg {

namespace {

constexpr PowerOfTen kPowers[] = {
#include "runtime/strconv/powers_of_ten.inc"
};
static_assert(sizeof(kPowers) / sizeof(kPowers[0]) == kLastPowerOfTen - kFirstPowerOfTen + 1);

} // namespace

const PowerOfTen& powerOfTen(int exponent) { return kPowers[exponent - kFirstPowerOfTen]; }

} // namespace mg
