// Package syscall: system calls, and the environment, which it shares with package os.
#include "minigo/go.h"
#include "minigo/results.h"
#include "minigo/slice.h"
#include "minigo/string.h"
#include "runtime/os/text.h"
#include "runtime/sched/scheduler.h"

#include <cerrno>
#include <cstring>
#include <unistd.h>

namespace go::os { // of package os
mg::Results<mg::String, bool> LookupEnv(mg::String key);
void setenv(mg::String key, mg::String value);
void unsetenv(mg::String key);
mg::Slice<mg::String> Environ();
void Clearenv();
} // namespace go::os

namespace go::syscall {

using mg::Int;
using mg::Results;
using mg::String;
using Word = mg::Uintptr;

Results<Word, Word, Word> call(Word trap, Word a1, Word a2, Word a3, Word a4, Word a5, Word a6);
Results<Word, Word, Word> rawCall(Word trap, Word a1, Word a2, Word a3, Word a4, Word a5, Word a6);
String errorText(Int number);
void Exit(Int code);
Results<String, bool> Getenv(String key);
mg::Slice<String> Environ();
void Clearenv();
void setenv(String key, String value);
void unsetenv(String key);

namespace {

// As the kernel returns it: from -4095 to -1 it is an error.
Int enterKernel(Word trap, Word a1, Word a2, Word a3, Word a4, Word a5, Word a6) {
  register Word r10 asm("r10") = a4;
  register Word r8 asm("r8") = a5;
  register Word r9 asm("r9") = a6;
  Word result;
  asm volatile("syscall"
               : "=a"(result)
               : "0"(trap), "D"(a1), "S"(a2), "d"(a3), "r"(r10), "r"(r8), "r"(r9)
               : "rcx", "r11", "memory");
  return Int(result);
}

// The second result is what the call leaves in a register: its third argument.
Results<Word, Word, Word> results(Int result, Word a3) {
  if (result < 0 && result >= -4095) return {Word(-1), 0, Word(-result)};
  return {Word(result), a3, 0};
}

} // namespace

Results<Word, Word, Word> rawCall(Word trap, Word a1, Word a2, Word a3, Word a4, Word a5, Word a6) {
  return results(enterKernel(trap, a1, a2, a3, a4, a5, a6), a3);
}

Results<Word, Word, Word> call(Word trap, Word a1, Word a2, Word a3, Word a4, Word a5, Word a6) {
  return results(mg::sched::blocking([=] { return enterKernel(trap, a1, a2, a3, a4, a5, a6); }),
                 a3);
}

// Go's texts are those of the C library in lower case, up to abbreviations such as "RFS specific
// error". Empty if there is none.
String errorText(Int number) {
  const char* text = number > 0 ? ::strerrordesc_np(int(number)) : nullptr;
  constexpr Int kLastOfGo = 132; // ERFKILL
  if (!text || number > kLastOfGo) return String();
  mg::Slice<mg::Byte> copy = mg::makeSlice<mg::Byte>(Int(::strlen(text)));
  ::memcpy(copy.ptr, text, ::strlen(text));
  const bool isAbbreviation = copy.len > 1 && text[1] >= 'A' && text[1] <= 'Z';
  if (text[0] >= 'A' && text[0] <= 'Z' && !isAbbreviation) copy.ptr[0] += 'a' - 'A';
  if (number == EIO) ::memcpy(copy.ptr, "input", 5);
  return String(copy.ptr, copy.len);
}

void Exit(Int code) { mg::exitProgram(code); }

Results<String, bool> Getenv(String key) { return go::os::LookupEnv(key); }
mg::Slice<String> Environ() { return go::os::Environ(); }
void Clearenv() { go::os::Clearenv(); }
void setenv(String key, String value) { go::os::setenv(key, value); }
void unsetenv(String key) { go::os::unsetenv(key); }

} // namespace go::syscall
