// Finalizers, cleanups and weak pointers, as the collector sees them (specials.h has the rules).
#pragma once

namespace mg::mem {

class Marker;

void markFinalizerRoots(Marker& marker);
// After marking: what has not been reached, and what that brings back.
void settleFinalizers(Marker& marker);

// Starts a goroutine for the finalizers and cleanups whose objects the last collection has not
// reached, if there are any, and says whether. By a goroutine, after it may have collected.
bool runFinalizers();
bool hasReadyCalls();

} // namespace mg::mem
