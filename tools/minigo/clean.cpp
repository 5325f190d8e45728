#include "tools/minigo/cache.h"
#include "tools/minigo/driver.h"
#include "tools/minigo/errors.h"

namespace minigo {

int cleanCommand(Arguments args) {
  Options options;
  if (int status = readOptions(kClean, args, options)) return status;
  if (!options.cleanCache) return fail("say what to remove: clean -cache");
  return Cache::clean(Cache::defaultDirectory());
}

} // namespace minigo
