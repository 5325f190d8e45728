#include "runtime/base/lone.h"

namespace mg::base {

bool loneWorker = true;

} // namespace mg::base
