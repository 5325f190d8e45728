#include "runtime/panic/go_frames.h"

namespace mg::panics {

void GoFrames::add(uintptr_t pc) {
  pc_ = pc;
  symbolize(
      pc - 1, [](void* self, const Frame& f) { static_cast<GoFrames*>(self)->meet(f); }, this);
}

// A lambda is held back until the frame below tells whether it is a function literal, or the body
// of a function that defers: that one is shown as the function, and the function is not.
void GoFrames::meet(const Frame& frame) {
  GoFrame entry{frame, goName(frame), pc_};
  showHeld(&entry.name);
  if (!entry.name.visible && !(entry.name.isPanic && any_)) return;
  if (!entry.name.isLambda && strcmp(entry.name.text, bodyOf_) == 0) {
    bodyOf_[0] = 0;
    return;
  }
  held_ = entry;
  isHeld_ = true;
  if (!entry.name.isLambda) showHeld(nullptr);
}

void GoFrames::showHeld(const GoName* below) {
  if (!isHeld_) return;
  isHeld_ = false;
  any_ = true;
  if (held_.name.isLambda && below && below->runsBody) {
    strcpy(bodyOf_, held_.name.function);
    strcpy(held_.name.text, held_.name.function);
  } else {
    bodyOf_[0] = 0;
  }
  show_(argument_, held_);
}

} // namespace mg::panics
