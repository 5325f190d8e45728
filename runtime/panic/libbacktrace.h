// The part of libbacktrace's interface that we use. Its own header lies in a private folder of g++,
// where other compilers do not look; the functions have not changed since the first release.
#pragma once

#include <cstdint>

extern "C" {
struct backtrace_state;
using backtrace_error_callback = void (*)(void* data, const char* message, int number);
using backtrace_full_callback = int (*)(void* data, uintptr_t pc, const char* file, int line,
                                        const char* function);
using backtrace_syminfo_callback = void (*)(void* data, uintptr_t pc, const char* symbol,
                                            uintptr_t value, uintptr_t size);

backtrace_state* backtrace_create_state(const char* file, int threaded,
                                        backtrace_error_callback onError, void* data);
int backtrace_pcinfo(backtrace_state* state, uintptr_t pc, backtrace_full_callback callback,
                     backtrace_error_callback onError, void* data);
int backtrace_syminfo(backtrace_state* state, uintptr_t address,
                      backtrace_syminfo_callback callback, backtrace_error_callback onError,
                      void* data);
}
