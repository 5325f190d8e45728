#pragma once

namespace mg::mem {

// "fatal error: runtime: out of memory", status 2.
[[noreturn, gnu::cold]] void outOfMemory();

} // namespace mg::mem
