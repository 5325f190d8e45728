// What the modules golang.org/x/sys/unix and golang.org/x/sys/cpu have in assembly: system calls,
// and what the processor says of itself.
#include "minigo/results.h"
#include "minigo/slice.h"
#include "minigo/types.h"

#include <cerrno>
#include <cpuid.h>
#include <sys/auxv.h>
#include <sys/time.h>

namespace go::syscall {
mg::Results<mg::Uintptr, mg::Uintptr, mg::Uintptr> call(mg::Uintptr trap, mg::Uintptr a1,
                                                        mg::Uintptr a2, mg::Uintptr a3,
                                                        mg::Uintptr a4, mg::Uintptr a5,
                                                        mg::Uintptr a6);
mg::Results<mg::Uintptr, mg::Uintptr, mg::Uintptr> rawCall(mg::Uintptr trap, mg::Uintptr a1,
                                                           mg::Uintptr a2, mg::Uintptr a3,
                                                           mg::Uintptr a4, mg::Uintptr a5,
                                                           mg::Uintptr a6);
} // namespace go::syscall

namespace go::golang_org_x_sys_unix {

using mg::Results;
using Word = mg::Uintptr;
struct Timeval;

Results<Word, Word, Word> Syscall(Word trap, Word a1, Word a2, Word a3);
Results<Word, Word, Word> Syscall6(Word trap, Word a1, Word a2, Word a3, Word a4, Word a5, Word a6);
Results<Word, Word, Word> RawSyscall(Word trap, Word a1, Word a2, Word a3);
Results<Word, Word, Word> RawSyscall6(Word trap, Word a1, Word a2, Word a3, Word a4, Word a5,
                                      Word a6);
Results<Word, Word> SyscallNoError(Word trap, Word a1, Word a2, Word a3);
Results<Word, Word> RawSyscallNoError(Word trap, Word a1, Word a2, Word a3);
Word gettimeofday(mg::Ptr<Timeval> time);

Results<Word, Word, Word> Syscall(Word trap, Word a1, Word a2, Word a3) {
  return syscall::call(trap, a1, a2, a3, 0, 0, 0);
}
Results<Word, Word, Word> Syscall6(Word trap, Word a1, Word a2, Word a3, Word a4, Word a5,
                                   Word a6) {
  return syscall::call(trap, a1, a2, a3, a4, a5, a6);
}
Results<Word, Word, Word> RawSyscall(Word trap, Word a1, Word a2, Word a3) {
  return syscall::rawCall(trap, a1, a2, a3, 0, 0, 0);
}
Results<Word, Word, Word> RawSyscall6(Word trap, Word a1, Word a2, Word a3, Word a4, Word a5,
                                      Word a6) {
  return syscall::rawCall(trap, a1, a2, a3, a4, a5, a6);
}
Results<Word, Word> SyscallNoError(Word trap, Word a1, Word a2, Word a3) {
  const auto [r1, r2, error] = syscall::call(trap, a1, a2, a3, 0, 0, 0);
  return {r1, r2};
}
Results<Word, Word> RawSyscallNoError(Word trap, Word a1, Word a2, Word a3) {
  const auto [r1, r2, error] = syscall::rawCall(trap, a1, a2, a3, 0, 0, 0);
  return {r1, r2};
}
Word gettimeofday(mg::Ptr<Timeval> time) {
  return ::gettimeofday(reinterpret_cast<timeval*>(&*time), nullptr) == 0 ? 0 : Word(errno);
}

} // namespace go::golang_org_x_sys_unix

namespace go::golang_org_x_sys_cpu {

using mg::Uint32;

mg::Results<Uint32, Uint32, Uint32, Uint32> cpuid(Uint32 leaf, Uint32 subleaf);
mg::Results<Uint32, Uint32> xgetbv();
mg::Slice<mg::Uintptr> runtime_getAuxv();

mg::Results<Uint32, Uint32, Uint32, Uint32> cpuid(Uint32 leaf, Uint32 subleaf) {
  Uint32 a, b, c, d;
  __cpuid_count(leaf, subleaf, a, b, c, d);
  return {a, b, c, d};
}

// The caller has asked cpuid whether the processor has it.
mg::Results<Uint32, Uint32> xgetbv() {
  Uint32 low, high;
  asm volatile("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
  return {low, high};
}

// Pairs of a key and a value.
mg::Slice<mg::Uintptr> runtime_getAuxv() {
  constexpr unsigned long kKeys[] = {AT_PAGESZ,   AT_HWCAP,  AT_HWCAP2, AT_CLKTCK,
                                     AT_PLATFORM, AT_UID,    AT_EUID,   AT_GID,
                                     AT_EGID,     AT_SECURE, AT_RANDOM, AT_EXECFN};
  constexpr mg::Int kCount = sizeof kKeys / sizeof kKeys[0];
  mg::Slice<mg::Uintptr> pairs = mg::makeSlice<mg::Uintptr>(2 * kCount);
  for (mg::Int i = 0; i < kCount; ++i) {
    pairs.ptr[2 * i] = kKeys[i];
    pairs.ptr[2 * i + 1] = ::getauxval(kKeys[i]);
  }
  return pairs;
}

} // namespace go::golang_org_x_sys_cpu
