// Escape analysis: which variables live on the heap.
//
// This is a rule of correctness, not only of speed: goroutines share stack slots (see
// runtime/sched), so nothing that another goroutine can reach, and nothing that outlives its frame,
// may point into a stack.
//
// A variable whose address may outlive it (address_flow.h) lives on the heap, and so does one that
// a function literal shares by reference unless the literal provably runs before the frame ends, on
// the same goroutine.
#pragma once

#include "codegen/analyze/variables.h"

namespace minigo {

bool mustLiveOnHeap(const VariableFacts& facts);

// Whether the slice made for the variadic arguments of a call may live on the caller's stack: the
// callee is one of the runtime's own functions, which keep nothing.
bool variadicSliceOnStack(const Func* callee);

} // namespace minigo
