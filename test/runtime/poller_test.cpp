// Goroutines that wait for descriptors: woken by events, deadlines and the end; deadlocks.
#include "runtime/sched/poller.h"
#include "test/runtime/program.h"

#include <gtest/gtest.h>

#include <cerrno>
#include <fcntl.h>

using namespace mg;
using namespace mg::test;
using sched::PollDescriptor;
using sched::PollResult;

namespace {

class Poller : public testing::TestWithParam<int> {
protected:
  Outcome run(void (*main)()) { return runProgram(main, 0, GetParam()); }
};
INSTANTIATE_TEST_SUITE_P(, Poller, testing::Values(1, 2, 4));

struct End {
  int fd;
  PollDescriptor* descriptor;
};

struct Pipe {
  End from, to;
};

End openEnd(int fd) {
  int error = 0;
  End end{fd, PollDescriptor::open(fd, &error)};
  if (!end.descriptor) abort();
  return end;
}

Pipe openPipe() {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0) abort();
  return {openEnd(ends[0]), openEnd(ends[1])};
}

// -1: the wait has ended without data.
Int readByte(End from) {
  unsigned char byte = 0;
  for (;;) {
    if (read(from.fd, &byte, 1) == 1) return byte;
    if (errno != EAGAIN) abort();
    if (from.descriptor->wait(PollDescriptor::kRead) != PollResult::Ready) return -1;
  }
}

void writeByte(End to, Int value) {
  unsigned char byte = static_cast<unsigned char>(value);
  while (write(to.fd, &byte, 1) != 1)
    to.descriptor->wait(PollDescriptor::kWrite);
}

TEST_P(Poller, eventsWakeReadersAndWriters) {
  Outcome outcome = run([] {
    auto done = makeChan<Int>();
    for (int pair = 0; pair < 50; ++pair) {
      Pipe there = openPipe(), back = openPipe();
      mg::go([=] {
        for (int i = 0; i < 100; ++i)
          writeByte(back.to, readByte(there.from) + 1);
      });
      mg::go([=] {
        Int sum = 0;
        for (int i = 0; i < 100; ++i) {
          writeByte(there.to, i);
          sum += readByte(back.from);
        }
        done.send(sum);
      });
    }
    Int sum = 0;
    for (int pair = 0; pair < 50; ++pair)
      sum += done.receive();
    println(sum);
  });
  EXPECT_EQ(outcome.text, "252500\n");
  EXPECT_EQ(outcome.status, 0);
}

TEST_P(Poller, aFullPipeKeepsItsWriterWaiting) {
  Outcome outcome = run([] {
    Pipe pipe = openPipe();
    auto done = makeChan<Int>();
    mg::go([=] {
      for (int i = 0; i < 200'000; ++i)
        writeByte(pipe.to, i % 7);
      done.send(1);
    });
    Int sum = 0;
    for (int i = 0; i < 200'000; ++i)
      sum += readByte(pipe.from);
    println(sum, done.receive());
  });
  EXPECT_EQ(outcome.text, "599994 1\n");
}

TEST_P(Poller, deadlinesEndAWait) {
  Outcome outcome = run([] {
    Pipe pipe = openPipe();
    int64_t begin = base::nanotime();
    pipe.from.descriptor->setDeadline(PollDescriptor::kRead, begin + 20 * kMillisecond);
    Int byte = readByte(pipe.from);
    println(byte, base::nanotime() - begin >= 20 * kMillisecond);
    println(readByte(pipe.from)); // the deadline has passed for later ones, too
    pipe.from.descriptor->setDeadline(PollDescriptor::kRead, INT64_MAX);
    mg::go([=] { writeByte(pipe.to, 7); });
    println(readByte(pipe.from));
    mg::go([=] { pipe.from.descriptor->setDeadline(PollDescriptor::kRead, 1); });
    println(readByte(pipe.from)); // one that has passed already wakes, too
  });
  EXPECT_EQ(outcome.text, "-1 true\n-1\n7\n-1\n");
}

TEST_P(Poller, unblockEndsAllWaits) {
  Outcome outcome = run([] {
    Pipe pipe = openPipe();
    auto done = makeChan<Int>();
    for (int i = 0; i < 3; ++i)
      mg::go([=] { done.send(readByte(pipe.from)); });
    go::time::Sleep(5 * kMillisecond);
    pipe.from.descriptor->unblock();
    println(done.receive(), done.receive(), done.receive());
    println(pipe.from.descriptor->wait(PollDescriptor::kWrite) == PollResult::Closing);
  });
  EXPECT_EQ(outcome.text, "-1 -1 -1\ntrue\n");
}

TEST_P(Poller, memoryOfClosedDescriptorsIsUsedAgain) {
  Outcome outcome = run([] {
    int error = 0;
    Pipe first = openPipe();
    writeByte(first.to, 1); // an event that nobody has asked for
    close(first.from.fd);
    first.from.descriptor->unblock();
    first.from.descriptor->close();
    Pipe second = openPipe();
    println(second.from.descriptor == first.from.descriptor);
    second.from.descriptor->setDeadline(PollDescriptor::kRead, base::nanotime() + 5 * kMillisecond);
    println(second.from.descriptor->wait(PollDescriptor::kRead) == PollResult::TimedOut);
    bool isRefused = !PollDescriptor::open(open("/dev/null", O_RDONLY), &error);
    println(isRefused, error == EPERM);
  });
  EXPECT_EQ(outcome.text, "true\ntrue\ntrue true\n");
}

TEST_P(Poller, aDeadlockIsOneOnlyWhenNobodyWaitsForADescriptor) {
  Outcome outcome = run([] {
    Pipe pipe = openPipe();
    auto never = makeChan<Int>();
    mg::go([=] {
      int fd = pipe.to.fd;
      go::time::Sleep(kMillisecond); // main sleeps for ever, the reader waits
      if (fork() == 0) {
        usleep(50'000);
        [[maybe_unused]] ssize_t n = write(fd, "!", 1); // from outside
        _exit(0);
      }
    });
    mg::go([=] { println(readByte(pipe.from)); }); // then there is nobody left
    never.receive();
  });
  EXPECT_EQ(outcome.text.substr(0, 3 + 51),
            "33\nfatal error: all goroutines are asleep - deadlock!\n");
  EXPECT_EQ(outcome.status, 2);
}

// Loops that never park do not keep those who wait for descriptors from running.
TEST_P(Poller, busyWorkersAskToo) {
  Outcome outcome = run([] {
    Pipe pipe = openPipe();
    auto done = newObject<bool>(false);
    mg::go([=] {
      println(readByte(pipe.from));
      __atomic_store_n(&*done, true, __ATOMIC_SEQ_CST);
    });
    for (int i = 0; i < 8; ++i)
      mg::go([=] {
        while (!__atomic_load_n(&*done, __ATOMIC_SEQ_CST))
          gosched();
      });
    go::time::Sleep(3 * kMillisecond);
    writeByte(pipe.to, 9);
    while (!__atomic_load_n(&*done, __ATOMIC_SEQ_CST))
      gosched();
  });
  EXPECT_EQ(outcome.text, "9\n");
}

} // namespace
