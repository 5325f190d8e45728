// Allocation and collection.
#include "test/runtime/with_workers.h"

using namespace mg;
using namespace mg::test;

namespace {

class HeapTest : public WithWorkers {};
INSTANTIATE_TEST_SUITE_P(, HeapTest, kWorkers);

struct Node {
  Node* next;
  Int value;
};

Node* makeList(Int n, Int salt) {
  Node* list = nullptr;
  for (Int i = 0; i < n; ++i)
    list = newObject(Node{list, i ^ salt}).raw;
  return list;
}

bool isList(Node* list, Int n, Int salt) {
  for (Int i = n - 1; i >= 0; --i, list = list->next)
    if (!list || list->value != (i ^ salt)) return false;
  return !list;
}

void makeGarbage() {
  for (Int i = 0; i < 20'000; ++i)
    newObject(Node{nullptr, -1});
}

// Only the stack of this goroutine, or its image, refers to the list.
void keepOnStack(Int id, Ptr<Int> good) {
  Node* list = makeList(50, id);
  go::time::Sleep((2 + id % 5) * kMillisecond);
  makeGarbage();
  go::time::Sleep((2 + id % 3) * kMillisecond);
  if (isList(list, 50, id)) addTo(*good, 1);
}

void parkedGoroutines() {
  auto good = newObject<Int>();
  for (Int i = 0; i < 100; ++i)
    mg::go(&keepOnStack, i, good);
  for (Int i = 0; i < 5; ++i) {
    go::time::Sleep(kMillisecond);
    collectGarbage();
  }
  while (numGoroutine() > 1)
    go::time::Sleep(kMillisecond);
  println(sumOf(*good));
}

TEST_P(HeapTest, parkedGoroutinesKeepTheirObjects) {
  EXPECT_EQ(run(parkedGoroutines).text, "100\n");
}
TEST_P(HeapTest, evictedGoroutinesKeepTheirObjects) {
  EXPECT_EQ(run(parkedGoroutines, 2).text, "100\n");
}

// Only the arguments of a goroutine that has not started refer to the list.
void checkArgument(Node* list) { println(isList(list, 1000, 3)); }

TEST(InOrder, argumentsAreRoots) {
  Outcome outcome = runProgram([] {
    mg::go(&checkArgument, makeList(1000, 3));
    collectGarbage();
    makeGarbage();
    collectGarbage();
    gosched();
  });
  EXPECT_EQ(outcome.text, "true\n");
}

// A list of blocks, each referring to the next from its word number `at`, survives a collection.
bool followsWord(Int words, Int at) {
  Uintptr size = Uintptr(words) * 8;
  void** first = nullptr;
  for (int i = 0; i < 500; ++i) {
    void** block = static_cast<void**>(allocate(size, false));
    block[at] = first;
    first = block;
  }
  collectGarbage();
  for (int i = 0; i < 1000; ++i) // takes the place of what was freed
    __builtin_memset(allocate(size, false), 0xff, size);
  for (int i = 0; i < 500; ++i, first = static_cast<void**>(first[at]))
    for (Int word = 0; word < words; ++word)
      if (!first || (word != at && first[word])) return false;
  return !first;
}

TEST_P(HeapTest, everyWordIsFollowed) {
  Outcome outcome = run([] {
    for (Int words : {1, 2, 3, 4, 5, 7, 8, 16, 31, 32, 100, 255, 256, 257, 300, 1000})
      for (Int at : {Int(0), words / 2, words - 1})
        if (!followsWord(words, at)) println(words, at);
  });
  EXPECT_EQ(outcome.text, "");
}

Node* global;

TEST_P(HeapTest, globalsAreRoots) {
  Outcome outcome = run([] {
    global = makeList(1000, 5);
    makeGarbage();
    collectGarbage();
    makeList(100'000, 9); // takes the place of what was freed
    println(isList(global, 1000, 5));
  });
  EXPECT_EQ(outcome.text, "true\n");
}

TEST_P(HeapTest, memoryIsZeroed) {
  Outcome outcome = run([] {
    Int bad = 0;
    for (Uintptr size : {1ul, 8ul, 16ul, 100ul, 2048ul, 2049ul, 5000ul, 100'000ul})
      for (bool pointerFree : {true, false})
        for (int round = 0; round < 200; ++round) {
          Byte* bytes = static_cast<Byte*>(allocate(size, pointerFree));
          for (Uintptr i = 0; i < size; ++i)
            bad += bytes[i];
          __builtin_memset(bytes, 0xff, size);
          bad += Uintptr(bytes) % 16;
        }
    println(bad);
  });
  EXPECT_EQ(outcome.text, "0\n");
}

TEST_P(HeapTest, garbageIsReused) {
  Outcome outcome = run([] {
    for (Int i = 0; i < 30'000; ++i) // 3 GB in all
      *static_cast<volatile Byte*>(allocate(100'000, true)) = 1;
    for (Int i = 0; i < 30; ++i)
      makeGarbage();
    println("done"_s);
  });
  EXPECT_EQ(outcome.text, "done\n");
}

TEST_P(HeapTest, outOfMemory) {
  Outcome outcome = run([] { allocate(Uintptr(1) << 48, true); });
  EXPECT_TRUE(outcome.text.starts_with(
      "runtime: out of memory: cannot allocate 281474976710656-byte block ("));
  EXPECT_NE(outcome.text.find(" in use)\nfatal error: out of memory\n"), std::string::npos);
  EXPECT_EQ(outcome.status, 2);
}

} // namespace
