// The stack that the phases recurse on: parse trees and syntax trees are as deep as the source is.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>

namespace minigo {

struct Stack {
  uintptr_t lowest; // address
  size_t size;      // bytes
};

// That of this thread; all 0 if the system does not tell.
Stack currentStack();

// Runs `function` in a thread with a stack as large as gc's goroutines may have (1 GB, of which
// only what is used takes memory), or less where the address space is limited; waits for its end.
// Signals reach that thread only.
void runOnLargeStack(const std::function<void()>& function);

} // namespace minigo
