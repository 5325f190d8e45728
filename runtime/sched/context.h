// Switching stacks. One assembly file per processor implements this header.
//
// A switch saves the registers that a callee must preserve, on the stack that it leaves; all others
// are dead at a call. The floating-point control words are not saved: no Go code changes them. A
// switch ends in an indirect jump, not in a return, because the processor would mispredict that.
#pragma once

#include "runtime/base/platform.h"

#include <cstdint>

namespace mg::sched {
struct Slot;
}

extern "C" {

// Leaves the running stack, whose pointer goes to *saveSp, for the one that was left with `toSp`.
void mg_switch(void** saveSp, void* toSp);

// Leaves the running stack as above and calls start(arguments) on the empty stack that ends at
// `top` (aligned to 16), then mg_goroutine_end(). The frame pointer is 0 there: walks end.
void mg_start_on(void** saveSp, void* top, void (*start)(void*), void* arguments);

// From one goroutine to another, without the scheduler's stack in between. mg_left_slot(left, sp)
// is called on the stack that is entered; sp is where the one that was left begins.
void mg_hand_over(mg::sched::Slot* left, void* toSp);
// The same where one worker is alone: only notes how many bytes up to `top` stay behind.
void mg_hand_over_alone(char* top, void* toSp, uint32_t* liveBytes);
// As mg_hand_over, to a stack that is empty, as in mg_start_on.
void mg_hand_over_to_new(mg::sched::Slot* left, void* top, void (*start)(void*), void* arguments);
void mg_left_slot(mg::sched::Slot* left, char* sp);
// Starts a goroutine on the running stack, whose frames nobody needs any more.
[[noreturn]] void mg_start_again(void* top, void (*start)(void*), void* arguments);

// Called on a goroutine's stack when its function has returned.
[[noreturn]] void mg_goroutine_end();
}

namespace mg::sched {

// What lies at the stack pointer that mg_switch saves (assembly pushes it in this order,
// backwards).
struct SavedContext {
  uintptr_t r15, r14, r13, r12, rbx;
  uintptr_t framePointer;
  uintptr_t resumeAt;
};
static_assert(sizeof(SavedContext) == 56);

} // namespace mg::sched
