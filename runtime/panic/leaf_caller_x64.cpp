#if defined(__x86_64__)

#include "runtime/panic/leaf_caller.h"
#include "runtime/panic/symbolize.h"

#include <cstring>

extern "C" {
extern const char __executable_start[], etext[];
}

namespace mg::panics {

namespace {

constexpr uint8_t kPushFrame = 0x55;                  // push %rbp
constexpr uint8_t kSetFrame[] = {0x48, 0x89, 0xe5};   // mov %rsp, %rbp
constexpr uint8_t kCall = 0xe8, kIndirectCall = 0xff; // the latter with 2 in its second byte

const uint8_t* codeAt(uintptr_t address) { return reinterpret_cast<const uint8_t*>(address); }

bool isBehindCall(uintptr_t address) {
  if (address < reinterpret_cast<uintptr_t>(__executable_start) + 7 ||
      address > reinterpret_cast<uintptr_t>(etext))
    return false;
  const uint8_t* behind = codeAt(address);
  if (behind[-5] == kCall) return true;
  constexpr int kLengths[] = {2, 3, 4, 6, 7};
  for (int length : kLengths)
    if (behind[-length] == kIndirectCall && (behind[1 - length] >> 3 & 7) == 2) return true;
  return false;
}

} // namespace

uintptr_t leafCaller(uintptr_t pc, uintptr_t word0, uintptr_t word1) {
  uintptr_t start = functionStart(pc);
  if (!start || memmem(codeAt(start), pc - start, kSetFrame, sizeof kSetFrame)) return 0;
  bool isPushed = pc > start && *codeAt(start) == kPushFrame;
  uintptr_t caller = isPushed ? word1 : word0;
  return isBehindCall(caller) ? caller : 0;
}

} // namespace mg::panics

#endif
