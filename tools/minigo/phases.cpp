#include "tools/minigo/phases.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Format.h"

namespace minigo {

void Phases::add(llvm::StringRef name, Clock::duration time) {
  auto found = llvm::find_if(times_, [&](const auto& entry) { return entry.first == name; });
  if (found != times_.end())
    found->second += time;
  else
    times_.push_back({name, time});
}

void Phases::print(llvm::raw_ostream& os) {
  end();
  for (const auto& [name, time] : times_)
    os << llvm::format("%8.1f ms  ", std::chrono::duration<double, std::milli>(time).count())
       << name << '\n';
}

} // namespace minigo
