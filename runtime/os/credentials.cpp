// Changes of the process's user and group for package syscall. The kernel changes one thread only;
// the C library's functions reach all of them.
#include "minigo/types.h"

#include <cerrno>
#include <grp.h>
#include <unistd.h>

namespace go::syscall {

mg::Int setCredential(mg::Int which, mg::Int first, mg::Int second, mg::Int third);

mg::Int setCredential(mg::Int which, mg::Int first, mg::Int second, mg::Int third) {
  const auto a = uid_t(first), b = uid_t(second), c = uid_t(third);
  int result = -1;
  switch (which) { // as package syscall numbers them
  case 0: result = ::setuid(a); break;
  case 1: result = ::setgid(a); break;
  case 2: result = ::setreuid(a, b); break;
  case 3: result = ::setregid(a, b); break;
  case 4: result = ::setresuid(a, b, c); break;
  case 5: result = ::setresgid(a, b, c); break;
  case 6: result = ::setgroups(size_t(first), reinterpret_cast<const gid_t*>(second)); break;
  default: errno = EINVAL;
  }
  return result == 0 ? 0 : errno;
}

} // namespace go::syscall
