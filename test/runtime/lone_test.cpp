// Sequences that must be of one piece: where they begin again, and what they do.
#include "minigo/lone.h"
#include "runtime/base/lone.h"
#include "runtime/sched/preempt.h"

#include <gtest/gtest.h>

#include <vector>

namespace {

[[gnu::noinline]] bool lock(mg::Int32& word) { return mg::changeAlone<0, 1>(word); }

TEST(Lone, changesOnlyOneValueAndOnlyAlone) {
  mg::base::loneWorker = true;
  mg::Int32 word = 0;
#if !defined(__SANITIZE_THREAD__)
  EXPECT_TRUE(lock(word));
  EXPECT_EQ(word, 1);
#endif
  EXPECT_FALSE(lock(word));
  EXPECT_EQ(word, 1);
  word = 0;
  mg::base::loneWorker = false;
  EXPECT_FALSE(lock(word));
  EXPECT_EQ(word, 0);
}

#if !defined(__SANITIZE_THREAD__)
// The code of lock(): before the sequence, in it, and behind it.
TEST(Lone, interruptedSequencesBeginAgain) {
  const auto code = reinterpret_cast<uintptr_t>(&lock);
  constexpr uintptr_t kLooked = 64;
  uintptr_t first = code;
  while (first < code + kLooked && mg::sched::restartOf(first + 1) == first + 1)
    ++first;
  ASSERT_LT(first, code + kLooked);
  uintptr_t end = first + 1;
  while (end < code + kLooked && mg::sched::restartOf(end) == first)
    ++end;
  for (uintptr_t pc = end; pc < end + kLooked; ++pc)
    EXPECT_EQ(mg::sched::restartOf(pc), pc);
  // The last instruction is the one that stores; movl $1, (%rdi) is as long as this.
  const std::vector<uint8_t> store = {0xc7, 0x07, 1, 0, 0, 0};
  const auto* last = reinterpret_cast<const uint8_t*>(end - store.size());
  EXPECT_EQ(std::vector<uint8_t>(last, last + store.size()), store);
}
#endif

} // namespace
