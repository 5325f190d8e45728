// How many processors the control group of the process grants, where containers are limited by time
// and not by a set of processors.
#pragma once

namespace mg::sched {

// Time per period of the group that the process is in (version 1 or 2), not of those around it; 0
// if there is no limit. root: what comes before /proc and the mount points, "" but in tests.
double processorsGranted(const char* root);

} // namespace mg::sched
