// The rows of goroutines.go that Boost.Fiber can do, on one thread: "name ns cpu-ns".
#include <boost/fiber/all.hpp>

#include <chrono>
#include <cstdio>
#include <cstring>
#include <ctime>

namespace fibers = boost::fibers;

namespace {

const char* wanted = nullptr;

double processorTime() {
  timespec now;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return double(now.tv_sec) * 1e9 + double(now.tv_nsec);
}

template <class Row>
void measure(const char* name, long n, Row row) {
  if (wanted && strcmp(wanted, name) != 0) return;
  row(n / 10 + 1); // warm up
  auto start = std::chrono::steady_clock::now();
  double cpu = processorTime();
  row(n);
  std::chrono::duration<double, std::nano> time = std::chrono::steady_clock::now() - start;
  printf("%s %f %f\n", name, time.count() / double(n), (processorTime() - cpu) / double(n));
}

// As many at once as the memory for their stacks allows; goroutines.go starts all of them first.
void spawn(long n) {
  constexpr long kAtOnce = 1000;
  for (long left = n; left > 0; left -= kAtOnce) {
    long count = left < kAtOnce ? left : kAtOnce;
    long running = count;
    for (long i = 0; i < count; ++i)
      fibers::fiber([&running] { --running; }).detach();
    while (running > 0)
      boost::this_fiber::yield();
  }
}

void gosched(long n) {
  auto yield = [n] {
    for (long i = 0; i < n / 2; ++i)
      boost::this_fiber::yield();
  };
  fibers::fiber first(yield), second(yield);
  first.join();
  second.join();
}

void roundTrip(long n) {
  fibers::unbuffered_channel<long> a, b;
  fibers::fiber echo([&] {
    long v;
    while (a.pop(v) == fibers::channel_op_status::success)
      b.push(v);
  });
  for (long i = 0; i < n; ++i) {
    a.push(i);
    b.value_pop();
  }
  a.close();
  echo.join();
}

void buffered(long n) {
  fibers::buffered_channel<long> c(128); // a power of two
  fibers::fiber sender([&] {
    for (long i = 0; i < n; ++i)
      c.push(i);
    c.close();
  });
  long v;
  while (c.pop(v) == fibers::channel_op_status::success) {
  }
  sender.join();
}

} // namespace

int main(int argc, char** argv) {
  if (argc > 1) wanted = argv[1];
  measure("spawn", 300000, spawn);
  measure("gosched", 3000000, gosched);
  measure("round-trip", 1000000, roundTrip);
  measure("buffered", 5000000, buffered);
}
