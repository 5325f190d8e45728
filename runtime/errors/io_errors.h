// io.EOF and io.ErrUnexpectedEOF, for packages that are part of the runtime while package io is
// not.
#pragma once

#include "minigo/iface.h"

namespace mg::errors {

Error endOfFile();
Error unexpectedEndOfFile();

} // namespace mg::errors
