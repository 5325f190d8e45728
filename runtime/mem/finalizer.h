// Finalizers and cleanups.
#pragma once

namespace mg::mem {

// Starts a goroutine for the finalizers whose objects the last collection found unreachable, if
// there are any. By a goroutine, after it may have collected.
void runFinalizers();

} // namespace mg::mem
