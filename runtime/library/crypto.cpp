// The functions below crypto that are not written in Go.
//
// FIPS 140-3 mode cannot be on: it wants a checksum that Go's linker writes. So nobody asks what
// would be noted for it of each goroutine.
#include "minigo/string.h"
#include "minigo/types.h"
#include "runtime/os/text.h"
#include "runtime/panic/fatal.h"

namespace go::crypto_internal_fips140 {

void fatal(mg::String text) { mg::panics::fatal(mg::os::cString(text)); }
mg::Uint8 getIndicator() { return 0; }
void setIndicator(mg::Uint8) {}

} // namespace go::crypto_internal_fips140

namespace go::crypto_fips140 {

void setBypass() {}
void unsetBypass() {}
bool isBypassed() { return false; }

} // namespace go::crypto_fips140

namespace go::crypto_internal_sysrand {

void fatal(mg::String text) { mg::panics::fatal(mg::os::cString(text)); }

} // namespace go::crypto_internal_sysrand

namespace go::crypto_rand {

void fatal(mg::String text) { mg::panics::fatal(mg::os::cString(text)); }

} // namespace go::crypto_rand

// Marks in a program's code which cryptography it has. They do nothing.
namespace go::crypto_internal_boring_sig {

void BoringCrypto() {}
void FIPSOnly() {}
void StandardCrypto() {}

} // namespace go::crypto_internal_boring_sig

// The mode of ARM processors in which time does not depend on data; others have none.
namespace go::crypto_subtle {

bool setDITEnabled() { return false; }
void setDITDisabled() {}

} // namespace go::crypto_subtle
