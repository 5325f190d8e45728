// Finalizers and cleanups.
#pragma once

namespace mg::mem {

// Starts a goroutine for the finalizers whose objects the last collection found unreachable, if
// there are any, and says whether. By a goroutine, after it may have collected.
bool runFinalizers();

} // namespace mg::mem
