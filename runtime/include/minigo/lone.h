// What costs less while there is one worker thread, for the C++ compiler to inline into generated
// code. That may be interrupted anywhere, and there may be more workers when it goes on; so the
// question whether there is one worker and what the answer allows must be of one piece.
#pragma once

#include "minigo/types.h"

namespace mg {

namespace base {
extern bool loneWorker; // false for good as soon as there is another
}

// A sequence of instructions that is of one piece as far as preemption is concerned: who would be
// interrupted in it begins it again (runtime/sched/preempt.cpp), so only its last instruction may
// change anything but flags. It begins with a no-op that does not occur elsewhere,
// nopl operand(%rax,%rax); the operand is this mark plus the length of the sequence in bytes.
inline constexpr int kSequenceMark = 0x4d476f00, kSequenceLengthMask = 0xff;

// Changes word from `from` to `to` and returns true if there is one worker thread and word is
// `from`.
template <Int32 from, Int32 to>
[[gnu::always_inline]] inline bool changeAlone(Int32& word) {
#if defined(__x86_64__) && !defined(__SANITIZE_THREAD__)
  bool isDone;
  asm volatile(
      "1: nopl %c[mark]+2f-1b(%%rax,%%rax)\n\t"
      "cmpb $1, %[lone]\n\t"
      "jne 2f\n\t"
      "cmpl %[from], %[word]\n\t"
      "jne 2f\n\t"
      "movl %[to], %[word]\n"
      "2:"
      : [isDone] "=@ccz"(isDone), [word] "+m"(word)
      : [mark] "i"(kSequenceMark), [lone] "m"(base::loneWorker), [from] "i"(from), [to] "i"(to)
      : "memory");
  return isDone;
#else
  static_cast<void>(word);
  return false;
#endif
}

} // namespace mg
