#include "runtime/panic/go_frames.h"

namespace mg::panics {

void GoFrames::add(uintptr_t pc) {
  pc_ = pc;
  symbolize(
      pc - 1, [](void* self, const Frame& f) { static_cast<GoFrames*>(self)->meet(f); }, this);
}

// Go's start-up code itself calls main.init.0, ours calls it from main.init, which sets variables.
bool GoFrames::startsInit(const GoName& name) const {
  size_t length = strlen(name.text);
  return length >= 5 && strcmp(name.text + length - 5, ".init") == 0 &&
         strncmp(last_, name.text, length) == 0 && last_[length] == '.' &&
         last_[length + 1] >= '0' && last_[length + 1] <= '9';
}

// A lambda is held back until the frame below tells whether it is a function literal, or the body
// of a function that defers: then what is shown is the place in the body and the name of the
// function, which comes next. A part that was split off a function is held back as well.
void GoFrames::meet(const Frame& frame) {
  GoFrame entry{frame, goName(frame), pc_};
  if (isHeld_ && entry.name.runsBody) isBody_ = true;
  const bool panics = panics_;
  if (entry.name.raises)
    panics_ = true;
  else if (!frame.inlined || entry.name.visible)
    panics_ = false;
  if (!entry.name.visible && !(entry.name.isPanic && any_)) {
    if (!isBody_) showHeld();
    return;
  }
  if (isBody_) {
    held_.name = entry.name;
    held_.frame.inlined = entry.frame.inlined;
    return showHeld();
  }
  if (isPart_ && strcmp(held_.name.text, entry.name.text) == 0) {
    held_.frame.inlined = frame.inlined;
    isPart_ = frame.isPart;
  } else {
    showHeld();
    if (startsInit(entry.name)) return;
    held_ = entry;
    isHeld_ = true;
    heldPanics_ = panics;
    isPart_ = frame.isPart;
  }
  if (!entry.name.isLambda && !isPart_) showHeld();
}

void GoFrames::showHeld() {
  if (!isHeld_) return;
  const bool isShown = isBody_ || !(held_.name.isMade || (held_.name.isWrapper && !heldPanics_));
  isHeld_ = isBody_ = isPart_ = false;
  if (!isShown) return;
  any_ = true;
  strcpy(last_, held_.name.text);
  show_(argument_, held_);
}

} // namespace mg::panics
