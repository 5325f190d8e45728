// Where Print, Println and Printf write.
#pragma once

#include "minigo/iface.h"
#include "minigo/results.h"
#include "minigo/string.h"

namespace mg::fmt {

// Writes the whole text to standard output, with one system call unless the system takes less. The
// error, if any, reads like os's: "write /dev/stdout: broken pipe".
Results<Int, Error> writeStdout(String text);

} // namespace mg::fmt
