// Package os: the environment. One lock guards it, because the C library's is not safe to change
// from several threads.
#include "minigo/results.h"
#include "minigo/slice.h"
#include "runtime/base/spin_lock.h"
#include "runtime/os/text.h"

#include <cstdlib>
#include <unistd.h>

namespace go::os {

using mg::Int;
using mg::Results;
using mg::Slice;
using mg::String;
using mg::os::cString;
using mg::os::goString;

Results<String, bool> LookupEnv(String key);
void setenv(String key, String value);
void unsetenv(String key);
Slice<String> Environ();
void Clearenv();

namespace {

mg::base::SpinLock lock;

using Guard = mg::base::SpinGuard;

} // namespace

// What the lock guards neither allocates on the collected heap nor parks.
Results<String, bool> LookupEnv(String key) {
  const char* name = cString(key);
  char* copy = nullptr;
  if (key.len) {
    Guard guard(lock);
    if (const char* value = ::getenv(name)) copy = ::strdup(value);
  }
  if (!copy) return {String(), false};
  String value = goString(copy);
  ::free(copy);
  return {value, true};
}

void setenv(String key, String value) {
  const char *name = cString(key), *text = cString(value);
  Guard guard(lock);
  ::setenv(name, text, 1);
}

void unsetenv(String key) {
  const char* name = cString(key);
  Guard guard(lock);
  ::unsetenv(name);
}

Slice<String> Environ() {
  Slice<String> list;
  for (char** entry = environ; entry && *entry; ++entry)
    list = mg::append(list, goString(*entry));
  return list;
}

void Clearenv() {
  Guard guard(lock);
  ::clearenv();
}

} // namespace go::os
