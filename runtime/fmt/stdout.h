// Where Print, Println and Printf write.
#pragma once

#include "minigo/func.h"
#include "minigo/iface.h"
#include "minigo/results.h"
#include "minigo/slice.h"
#include "minigo/string.h"

namespace go::sync {
struct Mutex;
}

namespace mg::fmt {

// Writes the whole text to standard output, with one system call unless the system takes less. The
// error, if any, reads like os's: "write /dev/stdout: broken pipe".
Results<Int, Error> writeStdout(String text);

// In a program with package os writeStdout asks it first, because os.Stdout may be another file by
// then; true as third result leaves the writing to writeStdout, which holds `lock` meanwhile.
using StandardOutput = Func<Results<Int, Error, bool>(Slice<Byte>)>;
void takeStandardOutput(StandardOutput write, go::sync::Mutex* lock);

} // namespace mg::fmt
