// Runs a function as a Go program in a child process, because a program ends its process.
//
//   Outcome outcome = runProgram([] { mg::println("hi"_s); });
//   EXPECT_EQ(outcome.text, "hi\n");      // standard error
//   EXPECT_EQ(outcome.status, 0);
#pragma once

#include "minigo/minigo.h"

#include <string>

#include <cstdlib>
#include <sys/wait.h>
#include <unistd.h>

namespace go::sync {
struct WaitGroup {
  mg::Uint64 state;
  mg::Uintptr sema;
};
struct Mutex {
  mg::Int32 state;
  mg::Uintptr sema;
};
struct RWMutex {
  Mutex w;
  mg::Uintptr writerSem;
  mg::Uintptr readerSem;
  mg::Int32 readerCount;
  mg::Int32 readerWait;
};
void WaitGroup_Add(mg::Ptr<WaitGroup> wg, mg::Int delta);
void WaitGroup_Done(mg::Ptr<WaitGroup> wg);
void WaitGroup_Wait(mg::Ptr<WaitGroup> wg);
void Mutex_Lock(mg::Ptr<Mutex> m);
bool Mutex_TryLock(mg::Ptr<Mutex> m);
void Mutex_Unlock(mg::Ptr<Mutex> m);
void RWMutex_RLock(mg::Ptr<RWMutex> rw);
bool RWMutex_TryRLock(mg::Ptr<RWMutex> rw);
void RWMutex_RUnlock(mg::Ptr<RWMutex> rw);
void RWMutex_Lock(mg::Ptr<RWMutex> rw);
bool RWMutex_TryLock(mg::Ptr<RWMutex> rw);
void RWMutex_Unlock(mg::Ptr<RWMutex> rw);
} // namespace go::sync

namespace go::time {
void Sleep(mg::Int64 d);
}

namespace mg::test {

using mg::operator""_s;

constexpr Int64 kMillisecond = 1'000'000;

struct Outcome {
  std::string text; // standard error
  int status;       // of exit; 128 and above: killed by a signal
};

// slots: how many stack slots there are, 0 for as many as needed. processors: GOMAXPROCS; with one,
// goroutines run in Go's order.
inline Outcome runProgram(void (*main)(), int slots = 0, int processors = 1) {
  int ends[2];
  if (pipe(ends) != 0) abort();
  pid_t child = fork();
  if (child == 0) {
    dup2(ends[1], 2);
    close(ends[0]);
    close(ends[1]);
    setenv("GOMAXPROCS", std::to_string(processors).c_str(), 1);
    if (slots) setenv("MINIGO_SLOTS", std::to_string(slots).c_str(), 1);
    alarm(60);
    char name[] = "program";
    char* argv[] = {name, nullptr};
    start(1, argv, nullptr, main);
  }
  close(ends[1]);
  Outcome outcome{};
  char buffer[4096];
  for (ssize_t n; (n = read(ends[0], buffer, sizeof buffer)) > 0;)
    outcome.text.append(buffer, size_t(n));
  close(ends[0]);
  int status = 0;
  waitpid(child, &status, 0);
  outcome.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return outcome;
}

} // namespace mg::test
